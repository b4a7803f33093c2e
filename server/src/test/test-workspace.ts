/** A workspace for tests that go through the road on a real database: an owner, a team, and short ways to call operations. */
import assert from 'node:assert/strict';
import { aRecord } from '@shortlist/domain/import/import-examples.ts';
import type { InputOf, OperationName, OutputOf } from '@shortlist/domain/operations.ts';
import { isRefusal, type Refusal } from '@shortlist/domain/refusal.ts';
import type { Role } from '@shortlist/domain/workspace/roles.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import type { Database } from '../db/connect.ts';
import { runOperation, type CallOptions, type Caller, type Road } from '../run-operation.ts';
import { authenticate } from '../workspace/authenticate.ts';
import { hashPasswordsCheaply } from '../workspace/password-cost.ts';
import { ensureInstallation } from '../workspace/setup-token.ts';

export interface TestMember {
  readonly caller: Caller;
  readonly id: string;
  readonly secret: string;
  /** Calls an operation and answers its value; a refusal fails the test. */
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Name>, options?: CallOptions) => Promise<OutputOf<Name>>;
  /** As `call`, with the `seq` it answered. */
  readonly callSeq: (name: OperationName, input: unknown, options?: CallOptions) => Promise<{ value: unknown; seq: number }>;
  /** Calls an operation that must be refused, and answers the refusal. */
  readonly refused: (name: OperationName, input: unknown, options?: CallOptions) => Promise<Refusal>;
}

export interface TestWorkspace {
  readonly road: Road & { now: string };
  readonly workspaceId: string;
  readonly owner: TestMember;
  readonly team: Team;
  readonly nobody: TestMember;
  /** Invites someone and joins as them. */
  readonly join: (role: Role, name: string) => Promise<TestMember>;
  /** A story in the team's refinement that is ready, and its id. */
  readonly readyStory: (title: string) => Promise<string>;
}

const start = '2026-11-16T09:00:00.000Z';

hashPasswordsCheaply();

export async function makeTestWorkspace(
  database: Database,
  options: { readonly declaredWeekly?: number } = {},
): Promise<TestWorkspace> {
  const road = { database, now: start, clock: () => road.now, wake: () => undefined };
  const { workspaceId, setupSecret } = await ensureInstallation(database.db, null);
  const nobody = memberFor(road, { kind: 'nobody', workspaceId, via: 'api' }, '', '');
  const made = await nobody.call('workspace.setUp', {
    setupToken: setupSecret ?? '',
    workspace: 'Test',
    name: 'Olive Owner',
    email: 'olive@example.com',
    password: 'correct horse',
  });
  const owner = await signedIn(road, made.member.id, made.sessionSecret);
  const team = await owner.call('team.create', {
    key: 'WEB',
    name: 'Web',
    declaredWeekly: options.declaredWeekly ?? 5,
    // What one person can say in two calls.
    readyPoints: ['persona', 'need', 'benefit', 'criterion'],
  });
  const join = async (role: Role, name: string): Promise<TestMember> => {
    const { invitationSecret } = await owner.call('member.invite', { role, teamId: role === 'member' ? team.id : null });
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
    const joined = await nobody.call('member.join', { invitationSecret, name, email, password: 'correct horse' });
    return await signedIn(road, joined.member.id, joined.sessionSecret);
  };
  return { road, workspaceId, owner, team, nobody, join, readyStory: (title) => makeReadyStory(owner, team.id, title) };
}

async function signedIn(road: Road, id: string, secret: string): Promise<TestMember> {
  const caller = await authenticate(road.database.db, secret, 'api', road.clock());
  assert.ok(caller !== null, 'the session that was just made is not known');
  return memberFor(road, caller, id, secret);
}

function memberFor(road: Road, caller: Caller, id: string, secret: string): TestMember {
  const run = (name: OperationName, input: unknown, options?: CallOptions) => runOperation(road, caller, name, input, options);
  return {
    caller,
    id,
    secret,
    call: async (name, input, options) => {
      const answer = await run(name, input, options);
      if (isRefusal(answer))
        assert.fail(
          `${name} was refused: ${answer.code}: ${answer.message} ${JSON.stringify(answer.errors ?? answer.details ?? '')}`,
        );
      // The road answers what the operation's schema says.
      return answer.value as OutputOf<typeof name>;
    },
    callSeq: async (name, input, options) => {
      const answer = await run(name, input, options);
      if (isRefusal(answer)) assert.fail(`${name} was refused: ${answer.code}: ${answer.message}`);
      return answer;
    },
    refused: async (name, input, options) => {
      const answer = await run(name, input, options);
      assert.ok(isRefusal(answer), `${name} was not refused: ${JSON.stringify(answer)}`);
      return answer;
    },
  };
}

async function makeReadyStory(owner: TestMember, teamId: string, title: string): Promise<string> {
  const idea = await owner.call('idea.capture', { problem: title });
  const review = await owner.call('review.start', { ideaIds: [idea.id] });
  const decided = await owner.call('review.decide', {
    reviewId: review.id,
    ideaId: idea.id,
    // However many a test needs: while the size of refinement is only declared, a reason lets them in.
    decision: { kind: 'refine', as: 'story', teamId, over: { reason: 'A test needs it' } },
  });
  const itemId = decided.itemId ?? '';
  await owner.call('story.edit', { itemId, persona: 'A host', need: 'find guests', benefit: 'rooms are full' });
  await owner.call('criterion.add', { itemId, text: 'It works on a phone' });
  return itemId;
}

/** Imports `count` finished items, one each working day back from yesterday, so that the team's rate is measured. */
export async function finishedHistory({ owner, team, road }: TestWorkspace, count: number): Promise<void> {
  const started = await owner.call('import.start', { source: 'github', fileName: 'history.json', teamId: team.id, total: count });
  const day = 24 * 60 * 60 * 1000;
  const records = Array.from({ length: count }, (_, index) => {
    const weekdays = Math.floor(index / 5) * 7 + (index % 5);
    const at = new Date(Date.parse(road.now) - (weekdays + 3) * day).toISOString();
    return aRecord({
      number: index + 1,
      externalId: `acme/site#${index + 1}`,
      state: 'done',
      createdAt: at,
      updatedAt: at,
      closedAt: at,
    });
  });
  await owner.call('import.add', { importId: started.id, records });
  await owner.call('import.finish', { importId: started.id });
}
