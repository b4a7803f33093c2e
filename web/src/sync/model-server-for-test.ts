// A server for tests that keeps the feed's promises and no others: it decides with the same decisions, numbers what they
// change, and tells everyone.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import type { Change, DecisionContext } from '@shortlist/domain/decision.ts';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import { entities, type EntityName, type EntityOf } from '@shortlist/domain/entities.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import { defaultSteps } from '@shortlist/domain/workspace/workflow.ts';
import { guesses } from './guesses.ts';
import { later } from './later.ts';
import { Store, type StoreReader } from './store.ts';
import { createSync, type Sync } from './sync.ts';
import type { Transport } from './transport.ts';
import type { Served, ServerSocket, TestServer, World } from './world-for-test.ts';

export const schema = 'feedfeedfeedfeed';

/** What the model compares and sends in snapshots. */
export const modelled = [
  'workspace',
  'member',
  'team',
  'idea',
  'review',
  'persona',
  'story',
  'task',
  'criterion',
  'question',
  'placement',
] as const satisfies readonly EntityName[];

export class ModelServer implements TestServer {
  /** The truth that clients are compared with. */
  readonly truth = new Store();
  readonly changes: FeedChange[] = [];
  /** Numbers up to here are not served any more. */
  forgotten = 0;
  /** Nothing is answered; who asks sees to it. */
  isDown = false;
  /** The schema it names in its greetings. */
  schema = schema;
  version = '0.1.0';
  /** How far its clock is ahead of the world's, in milliseconds. */
  clockAhead = 0;
  /** Who has been signed out. */
  readonly signedOut = new Set<string>();
  readonly sockets = new Set<ServerSocket>();
  /** What clients said on their sockets, the oldest first. */
  readonly heard: string[] = [];
  private readonly answers = new Map<string, string>();
  private readonly world: World;
  private handles = 0;

  constructor(world: World, members: readonly string[]) {
    this.world = world;
    const at = new Date(world.now).toISOString();
    const people = members.map(
      (name) => ({ id: personId(name), name, role: 'owner', discipline: 'other', joinedAt: at, removedAt: null }) as const,
    );
    this.write(null, [
      // Brands exist for the compiler only.
      {
        event: 'workspace.set_up',
        entity: 'workspace',
        id: 'wsp_1',
        value: { id: 'wsp_1' as Id<'workspace'>, name: 'Acme', createdAt: at, features: null },
      },
      ...people.map((value): Change => ({ event: 'member.joined', entity: 'member', id: value.id, value })),
      {
        event: 'team.created',
        entity: 'team',
        id: 'team_1',
        value: aTeam(
          at,
          people.map((one) => one.id),
        ),
      },
    ]);
  }

  get seq(): number {
    return this.changes.length;
  }

  answer = (who: string, path: string, init: RequestInit): Served => {
    if (this.signedOut.has(who)) return problem(401, 'not_signed_in');
    const meant = new Headers(init.headers).get('shortlist-member');
    if (meant !== null && meant !== personId(who)) return problem(401, 'not_signed_in');
    if (path === '/api/v1/snapshot') return { status: 200, body: this.snapshot() };
    const name = path.slice('/api/v1/'.length);
    if (name === 'session.current')
      return this.answered({ member: this.truth.get('member', personId(who)), workspace: this.truth.get('workspace', 'wsp_1') });
    const key = new Headers(init.headers).get('idempotency-key') ?? '';
    const known = this.answers.get(key);
    if (known !== undefined) return { status: 200, body: known };
    return this.command(who, name, JSON.parse(typeof init.body === 'string' ? init.body : '{}'), key);
  };

  admit = (who: string, path: string, socket: ServerSocket): ((text: string) => void) | void => {
    if (this.signedOut.has(who)) return socket.close();
    const after = Number(new URL(path, 'http://test').searchParams.get('after'));
    const now = new Date(this.world.now + this.clockAhead).toISOString();
    socket.send(JSON.stringify({ type: 'hello', seq: this.seq, schema: this.schema, version: this.version, now }));
    if (after < this.forgotten || after > this.seq) {
      socket.send('{"type":"reset"}');
      return socket.close();
    }
    this.tell(socket, this.changes.slice(after));
    this.sockets.add(socket);
    const ping = () => {
      if (!this.sockets.has(socket)) return;
      socket.send('{"type":"ping"}');
      this.world.after(20_000, ping);
    };
    this.world.after(20_000, ping);
    return (text) => void this.heard.push(text);
  };

  /** Writes by the road of the server itself, as somebody without a browser does. */
  write(by: string | null, changes: readonly Change[]): number {
    const at = new Date(this.world.now).toISOString();
    const numbered = changes.map((change, index): FeedChange => ({
      ...change,
      value: wholeValue(change),
      seq: this.seq + 1 + index,
      at,
      by,
      via: 'api',
    }));
    this.changes.push(...numbered);
    this.truth.applyChanges(numbered);
    for (const socket of this.sockets) this.tell(socket, numbered);
    return this.seq;
  }

  /** Ends every socket, as a server does that is started again. */
  restart(): void {
    for (const socket of this.sockets) {
      socket.send('{"type":"bye","reason":"stopping"}');
      socket.close();
    }
    this.sockets.clear();
  }

  /** A page of changes may end in the midst of a command. */
  private tell(socket: ServerSocket, changes: readonly FeedChange[]): void {
    for (let at = 0; at < changes.length;) {
      const many = 1 + Math.floor(this.world.random() * 4);
      socket.send(JSON.stringify({ type: 'changes', changes: changes.slice(at, at + many) }));
      at += many;
    }
  }

  private command(who: string, name: string, input: unknown, key: string): Served {
    // Only names that have a guess are sent by the tests.
    const decide = guesses[name as keyof typeof guesses] as
      | ((read: StoreReader, input: unknown, context: DecisionContext) => readonly Change[] | null)
      | undefined;
    const member = this.truth.get('member', personId(who));
    if (decide === undefined || member === undefined) return problem(404, 'unknown_operation');
    const changes = decide(this.truth, input, {
      actor: { workspaceId: 'wsp_1' as Id<'workspace'>, memberId: member.id, role: member.role, via: 'app' },
      now: new Date(this.world.now).toISOString(),
      newId: (kind, index = 0) => deriveId(key, kind, index),
    });
    if (changes === null) return problem(409, 'conflict');
    const seq = this.write(
      member.id,
      changes.map((change) => this.withHandle(change)),
    );
    const answered = this.answered({}, seq);
    this.answers.set(key, answered.body);
    return answered;
  }

  private withHandle(change: Change): Change {
    if (change.value === null || !('handle' in change.value) || change.value.handle !== '') return change;
    this.handles += 1;
    // Only the handle is another.
    return { ...change, value: { ...change.value, handle: `X-${this.handles}` } } as Change;
  }

  private answered(value: unknown, seq = this.seq): Served {
    return { status: 200, body: JSON.stringify({ value, seq }) };
  }

  private snapshot(): string {
    const lines: unknown[] = [{ seq: this.seq, now: new Date(this.world.now).toISOString(), schema: this.schema }];
    let count = 0;
    for (const entity of modelled) {
      const values: readonly object[] = this.truth.all(entity);
      count += values.length;
      const fields = Object.keys(values[0] ?? {});
      if (values.length > 0) lines.push({ entity, fields, rows: values.map((value) => Object.values(value)) });
    }
    lines.push({ end: true, count });
    return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  }
}

/** With null for what the decision left out (docs/feed-spec.md 1.2), in the schema's order. */
function wholeValue({ entity, value }: Change): Change['value'] {
  if (value === null) return null;
  const fields = Object.keys(entities[entity].schema.shape);
  // The fields are those of its schema.
  return Object.fromEntries(fields.map((field) => [field, Reflect.get(value, field) ?? null])) as unknown as Change['value'];
}

/** A page on that transport, with all guesses loaded. */
export function syncOn(transport: Transport, whenLoaded: Promise<unknown> = Promise.resolve()): Sync {
  return createSync(transport, async () => {
    await whenLoaded;
    return later;
  });
}

export function personId(name: string): Id<'person'> {
  return `mem_${name}` as Id<'person'>;
}

/** Everything that a store shows, by kind and id. */
export function shownBy(store: Store): Record<string, unknown> {
  return Object.fromEntries(
    modelled.map((name) => [name, Object.fromEntries(store.all(name).map((value) => [value.id, value]))]),
  );
}

function problem(status: number, code: string): Served {
  return { status, body: JSON.stringify({ type: `/api#${code}`, title: code, status, code, detail: 'Not so.' }) };
}

function aTeam(at: string, memberIds: readonly Id<'person'>[]): EntityOf<'team'> {
  return {
    id: 'team_1' as Id<'team'>,
    key: 'APP',
    name: 'App',
    timeZone: 'UTC',
    workingDays: [1, 2, 3, 4, 5],
    windowDays: 28,
    declaredWeekly: 5,
    steps: [...defaultSteps],
    memberIds: [...memberIds],
    leadIds: [],
    readyPoints: ['persona', 'need', 'benefit', 'criterion', 'questions'],
    createdAt: at,
  };
}
