/** Environments and their keys. Secrets are made by the handler; only hashes come here. */
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { mostEnvironments } from './environment-words.ts';
import type { Environment, EnvironmentKey } from './environment.ts';

interface EnvironmentsState {
  /** All of the workspace, in order. */
  readonly environments: readonly Environment[];
}

export function createEnvironment(
  { environments }: EnvironmentsState,
  input: ParsedInputOf<'environment.create'>,
  context: DecisionContext,
): Decision<Environment> {
  if (environments.some((one) => one.key === input.key)) {
    return refuse('conflict', `There is an environment ${input.key} already. Choose another key.`);
  }
  if (environments.length >= mostEnvironments) {
    return refuse('conflict', `A workspace has at most ${mostEnvironments} environments. Use one of those you have.`);
  }
  const made: Environment = {
    id: context.newId('environment'),
    key: input.key,
    name: input.name,
    position: environments.length,
    isProduction: input.isProduction,
    restrictedTo: null,
    address: null,
    keysChanged: 0,
    createdAt: context.now,
  };
  return { changes: [put('environment.created', 'environment', made)], value: made };
}

export function editEnvironment(
  state: EnvironmentsState & { readonly environment: Environment; readonly memberIds: ReadonlySet<string> },
  input: ParsedInputOf<'environment.edit'>,
): Decision<Environment> {
  const stranger = input.restrictedTo?.find((id) => !state.memberIds.has(id));
  if (stranger !== undefined) return refuse('not_found', `There is no member ${stranger}. Look at the list of members.`);
  if (input.restrictedTo?.length === 0) {
    return refuse('conflict', 'Then nobody could release there. Name somebody, or lift the restriction.');
  }
  const { environment: before } = state;
  const edited: Environment = {
    ...before,
    name: input.name ?? before.name,
    isProduction: input.isProduction ?? before.isProduction,
    restrictedTo: input.restrictedTo === undefined ? before.restrictedTo : input.restrictedTo,
    address: input.address === undefined ? before.address : input.address,
  };
  const others = state.environments.filter((one) => one.id !== before.id);
  const at = Math.min(input.position ?? before.position, others.length);
  const ordered = others.toSpliced(at, 0, edited).map((one, position) => ({ ...one, position }));
  // The edited one even where it only got the values it had: its change is what was asked for.
  const changed = ordered.filter(
    (one) => one.id === before.id || others.some((old) => old.id === one.id && old.position !== one.position),
  );
  const value = ordered[at] ?? edited;
  return { changes: changed.map((one) => put('environment.edited', 'environment', one)), value };
}

export function createEnvironmentKey(
  state: { readonly environment: Environment; readonly secretHash: string; readonly keys: number },
  input: ParsedInputOf<'environment.createKey'>,
  context: DecisionContext,
): Decision<EnvironmentKey> {
  const { environment } = state;
  const refused = mayHandleKeys(environment, context);
  if (refused !== null) return refused;
  if (state.keys >= 100) return refuse('conflict', `${environment.name} has 100 keys. Revoke those that nobody uses.`);
  const key: EnvironmentKey = {
    id: context.newId('environmentKey'),
    environmentId: environment.id,
    kind: input.kind,
    name: input.name,
    secretHash: state.secretHash,
    createdBy: memberOf(context.actor),
    createdAt: context.now,
  };
  return {
    changes: [put('environment.key_made', 'environmentKey', key), keysChanged('environment.key_made', environment)],
    value: key,
  };
}

export function revokeEnvironmentKey(
  state: { readonly environment: Environment; readonly key: EnvironmentKey },
  context: DecisionContext,
): Decision<Record<string, never>> {
  const refused = mayHandleKeys(state.environment, context);
  if (refused !== null) return refused;
  return {
    changes: [
      remove('environment.key_revoked', 'environmentKey', state.key.id),
      keysChanged('environment.key_revoked', state.environment),
    ],
    value: {},
  };
}

function keysChanged(event: string, environment: Environment): Change {
  return put(event, 'environment', { ...environment, keysChanged: environment.keysChanged + 1 });
}

/** Members make keys where no customer is; for production, and where release is restricted, owners and admins do. */
function mayHandleKeys(environment: Environment, { actor }: DecisionContext): Refusal | null {
  if (actor.role === 'owner' || actor.role === 'admin') return null;
  if (!environment.isProduction && environment.restrictedTo === null) return null;
  return refuse('not_allowed', `Only an owner or admin makes or revokes keys of ${environment.name}. Ask one of them.`);
}
