/** What a decision takes and gives. Decisions are pure: the same state, input and context give the same changes. */
import type { EntityName, EntityOf } from './entities.ts';
import type { IdKind } from './id-format.ts';
import type { Id, IdOf } from './ids.ts';
import type { Refusal } from './refusal.ts';
import type { Role } from './workspace/roles.ts';

export type Via = 'app' | 'api' | 'cli' | 'import' | 'system';

export interface Actor {
  readonly workspaceId: Id<'workspace'>;
  /** Null for the system itself. */
  readonly memberId: Id<'person'> | null;
  readonly role: Role;
  readonly via: Via;
}

export interface DecisionContext {
  readonly actor: Actor;
  /** ISO 8601, UTC, milliseconds. */
  readonly now: string;
  /** The `index`-th id of this command (0 unless several of a kind are made). */
  readonly newId: <Kind extends IdKind>(kind: Kind, index?: number) => IdOf<Kind>;
}

/** One entity's new value (null removes it) and the past-tense name that explains it. */
export type Change = {
  [Name in EntityName]: {
    readonly event: string;
    readonly entity: Name;
    readonly id: string;
    readonly value: EntityOf<Name> | null;
    /** What a removed entity belonged to, so that its end shows in that one's activity. */
    readonly subject?: string;
  };
}[EntityName];

export interface Decided<Value> {
  readonly changes: readonly Change[];
  /** What the command answers with. */
  readonly value: Value;
}

export type Decision<Value> = Decided<Value> | Refusal;

/** An entity as a decision begins it: a field that may be null can be left out, and the one writer sets it to null. */
export type Begun<Value> = { readonly [Field in keyof Value as null extends Value[Field] ? never : Field]: Value[Field] } & {
  readonly [Field in keyof Value as null extends Value[Field] ? Field : never]?: Value[Field];
};

/** A change that sets an entity's value. */
export function put<Name extends EntityName>(event: string, name: Name, value: EntityOf<Name>): Change {
  // The compiler cannot follow that `name` and `value` come from the same row of the union.
  return { event, entity: name, id: value.id, value } as unknown as Change;
}

/** A change that removes an entity; readers see a tombstone. */
export function remove(event: string, name: EntityName, id: string, subject: string = id): Change {
  // As in `put`.
  return { event, entity: name, id, value: null, subject } as Change;
}

/** The member behind an actor; commands that need a person refuse tokens of the system before this is asked. */
export function memberOf(actor: Actor): Id<'person'> {
  if (actor.memberId === null) throw new Error('a command that needs a member was run by the system');
  return actor.memberId;
}
