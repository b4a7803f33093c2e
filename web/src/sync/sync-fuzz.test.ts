// Five people, each with a browser whose tabs are opened and closed at will, on a network and a server that come and go:
// whatever is lost, doubled, cut off or forgotten, at the end every tab and every disk hold the truth.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { TestBrowser, TestTab } from './browser-for-test.ts';
import { ModelServer, personId, shownBy, syncOn } from './model-server-for-test.ts';
import type { Store } from './store.ts';
import type { Sync } from './sync.ts';
import { World, type ServerSocket } from './world-for-test.ts';

const seeds = process.env['SHORTLIST_SOAK'] === '1' ? 1_000 : 50;
const names = ['ada', 'ben', 'cho', 'dee', 'eli'];
const turns = 100;
const mostTabs = 3;

test(
  'whatever happens to tabs, network and server, every tab and every disk end level with the server',
  { timeout: 2_000_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 ** 31 }), async (seed) => await liveThrough(seed)),
      { numRuns: seeds, endOnFailure: true },
    );
  },
);

// 2002443058: a tab was closed in the moment in which its command reached the disk, and no other tab looked there.
// 2147483633: of two stories one had been given its persona, and a snapshot told both by the fields of the first.
for (const seed of [2_002_443_058, 2_147_483_633]) {
  test(`seed ${seed}, which failed once`, async () => await liveThrough(seed));
}

interface Tab {
  readonly sync: Sync;
  readonly tab: TestTab;
}

/** One person at one browser. */
class Visitor {
  readonly name: string;
  readonly tabs: Tab[] = [];
  /** Captured words that the disk has; they must be done, exactly once. */
  readonly kept: string[] = [];
  private readonly browser: TestBrowser;
  private readonly world: World;
  private readonly server: ModelServer;
  private readonly sockets = new Set<ServerSocket>();
  private isOffline = false;
  private said = 0;

  constructor(name: string, world: World, server: ModelServer) {
    this.name = name;
    this.world = world;
    this.server = server;
    this.browser = world.browser();
  }

  open(): Tab {
    const tab = this.browser.openTab();
    const admit: ModelServer['admit'] = (who, path, socket) => {
      if (this.isOffline || this.server.isDown) return socket.close();
      this.sockets.add(socket);
      this.server.admit(who, path, socket);
    };
    const way = this.world.transport(this.name, { answer: this.server.answer, admit }, tab);
    const fetch: typeof way.fetch = async (path, init) => {
      if (this.isOffline || this.server.isDown) {
        await new Promise<void>((resolve) => way.after(10, resolve));
        throw new TypeError('the network is gone');
      }
      return await way.fetch(path, init);
    };
    const skew = (this.world.random() - 0.5) * 86_400_000;
    const sync = syncOn({ ...way, fetch, now: () => this.world.now + skew });
    sync.session.subscribe(() => undefined);
    sync.commands.onToldLater(() => undefined);
    const opened = { sync, tab };
    this.tabs.push(opened);
    return opened;
  }

  /** As by a crash: nothing is tidied up. */
  close(one: Tab | undefined): void {
    if (one === undefined) return;
    one.tab.close();
    this.tabs.splice(this.tabs.indexOf(one), 1);
  }

  setOffline(isOffline: boolean): void {
    this.isOffline = isOffline;
    if (!isOffline) return;
    for (const socket of this.sockets) {
      this.server.sockets.delete(socket);
      socket.close();
    }
    this.sockets.clear();
  }

  act(): void {
    const one = this.world.pick(this.tabs);
    if (one === undefined) return;
    assertViewsAgree(one.sync.store);
    if (this.world.random() < 0.6) return actRandomly(this.world, one.sync);
    this.said += 1;
    const problem = `${this.name} ${this.said}`;
    void one.sync.commands.send('idea.capture', { problem }, { onKept: () => this.kept.push(problem) });
  }

  disk(): TestBrowser['disk'] {
    return this.browser.disk;
  }
}

async function liveThrough(seed: number): Promise<void> {
  const world = new World(seed);
  const server = new ModelServer(world, names);
  const visitors = names.map((name) => new Visitor(name, world, server));
  for (const visitor of visitors) visitor.open();
  world.trouble = world.random() * 0.3;
  for (let turn = 0; turn < turns; turn += 1) {
    const visitor = world.pick(visitors);
    if (visitor === undefined) throw new Error('nobody is there');
    if (world.random() < 0.6) visitor.act();
    if (world.random() < 0.06 && visitor.tabs.length < mostTabs) visitor.open();
    if (world.random() < 0.05) visitor.close(world.pick(visitor.tabs));
    if (world.random() < 0.1) visitor.setOffline(world.random() < 0.5);
    if (world.random() < 0.03) server.isDown = !server.isDown;
    if (world.random() < 0.03) server.restart();
    if (world.random() < 0.02) server.forgotten = Math.floor(world.random() * server.seq);
    if (world.random() < 0.02) server.schema = `schema ${turn}`;
    for (let steps = world.random() * 12; steps > 0; steps -= 1) await world.step();
  }
  world.trouble = 0;
  [server.isDown, server.forgotten] = [false, 0];
  for (const visitor of visitors) {
    visitor.setOffline(false);
    if (visitor.tabs.length === 0) visitor.open();
  }
  // A message that was lost is missed when the next one comes.
  server.write(null, [{ event: 'idea.removed', entity: 'idea', id: 'idea_none', value: null }]);
  const all = () => visitors.flatMap(({ tabs }) => tabs);
  // What a tab gave in its last moment is found by another at its next look.
  const looked = world.now + 90_000;
  const areLevel = () => world.now > looked && all().every(({ sync }) => isLevel(sync, server));
  await world.until(areLevel, 'all tabs level with the server');
  for (const { sync } of all()) {
    assert.deepEqual(shownBy(sync.store), shownBy(server.truth));
    assert.equal(sync.store.guessCount, 0);
    assertViewsAgree(sync.store);
  }
  for (const visitor of visitors) assertDoneOnce(visitor, server);
  assert.deepEqual(
    server.changes.map((change) => change.seq),
    server.changes.map((_, index) => index + 1),
  );
  await assertDisksAgree(world, server, visitors);
}

function isLevel({ store, connection, commands }: Sync, server: ModelServer): boolean {
  return store.seq === server.seq && connection.current().state === 'live' && commands.pending() === 0;
}

/** What the disk had is done, once, in the order in which it came to the disk, and as whom it was said. */
function assertDoneOnce({ name, kept }: Visitor, server: ModelServer): void {
  const captured = server.changes.filter(({ event, by }) => event === 'idea.captured' && by === personId(name));
  const done = captured.map(({ value }) => String(value?.['problem'])).filter((problem) => problem.startsWith(`${name} `));
  assert.equal(new Set(done).size, done.length, `something of ${name} was done twice`);
  for (const problem of kept) assert.ok(done.includes(problem), `${problem} was kept and never done`);
}

/** With the server gone, a start from each disk shows the truth. */
async function assertDisksAgree(world: World, server: ModelServer, visitors: readonly Visitor[]): Promise<void> {
  const settled = world.now + 30_000;
  await world.until(() => world.now > settled, 'the disks are written');
  server.isDown = true;
  for (const visitor of visitors) {
    const [queue] = await visitor.disk().read('queue');
    assert.deepEqual(queue, [], `something of ${visitor.name} still waits`);
    for (const one of visitor.tabs.slice()) visitor.close(one);
    const { sync } = visitor.open();
    await world.until(() => sync.connection.current().state !== 'loading', `a start of ${visitor.name} without a server`);
    assert.deepEqual(shownBy(sync.store), shownBy(server.truth));
  }
}

/** Sends one of the commands that somebody could send who sees what this client sees. */
function actRandomly(world: World, { store, commands }: Sync): void {
  const word = `word ${Math.floor(world.random() * 1000)}`;
  const idea = world.pick(store.all('idea'));
  const story = world.pick(store.all('story'));
  const criterion = world.pick(store.all('criterion'));
  const placement = world.pick(store.all('placement'));
  const review = store.all('review').find((one) => one.closedAt === null);
  const step = world.pick(['design', 'building', 'done']);
  const acts: (() => Promise<unknown>)[] = [];
  if (idea !== undefined) acts.push(() => commands.send('idea.edit', { ideaId: idea.id, problem: word }));
  if (review === undefined) acts.push(() => commands.send('review.start', {}));
  if (review !== undefined && idea !== undefined) {
    const decision = world.pick([
      { kind: 'keep' },
      { kind: 'reject', reason: 'no_room', sentence: word },
      { kind: 'refine', as: 'story', teamId: 'team_1' },
      { kind: 'refine', as: 'task', teamId: 'team_1' },
    ] as const);
    if (decision !== undefined)
      acts.push(() => commands.send('review.decide', { reviewId: review.id, ideaId: idea.id, decision }));
    acts.push(() => commands.send('review.undo', { reviewId: review.id }));
    if (world.random() < 0.1) acts.push(() => commands.send('review.close', { reviewId: review.id }));
  }
  if (story !== undefined) {
    acts.push(() => commands.send('story.edit', { itemId: story.id, persona: word, need: word, benefit: word }));
    acts.push(() => commands.send('criterion.add', { itemId: story.id, text: word }));
    acts.push(() => commands.send('story.read', { itemId: story.id }));
    acts.push(() => commands.send('question.ask', { itemId: story.id, text: word }));
  }
  if (criterion !== undefined) {
    acts.push(() => commands.send('criterion.edit', { criterionId: criterion.id, text: word }));
    acts.push(() => commands.send('criterion.move', { criterionId: criterion.id, afterId: null }));
    const other = world.pick(store.all('criterion'));
    if (other !== undefined)
      acts.push(() => commands.send('criterion.move', { criterionId: criterion.id, parentId: other.id, afterId: null }));
    const verdict = world.pick(['passed', 'failed'] as const) ?? null;
    acts.push(() => commands.send('criterion.verify', { criterionId: criterion.id, environment: 'staging', verdict }));
    acts.push(() => commands.send('criterion.remove', { criterionId: criterion.id }));
  }
  const question = world.pick(store.all('question'));
  if (question !== undefined) {
    acts.push(() => commands.send('question.answer', { questionId: question.id, answer: world.random() < 0.5 ? word : null }));
    acts.push(() => commands.send('question.remove', { questionId: question.id }));
  }
  if (placement !== undefined) {
    acts.push(() => commands.send('backlog.commit', { itemId: placement.id, teamId: placement.teamId }));
    if (step !== undefined) acts.push(() => commands.send('backlog.move', { itemId: placement.id, stepId: step, position: 0 }));
    acts.push(() => commands.send('backlog.return', { itemId: placement.id }));
  }
  const act = world.pick(acts);
  void act?.();
}

const openIdeas = {
  entity: 'idea',
  where: (idea: EntityOf<'idea'>) => idea.decision === null,
  order: (a: EntityOf<'idea'>, b: EntityOf<'idea'>) => (a.problem < b.problem ? -1 : a.problem > b.problem ? 1 : 0),
} as const;

/** Views that catch up step by step show what a view made anew would show. */
function assertViewsAgree(store: Store): void {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  const open = store.all('idea').filter(openIdeas.where);
  assert.deepEqual(store.list(openIdeas), open.toSorted(byId).toSorted(openIdeas.order));
  for (const story of store.all('story')) {
    const criteria = store.all('criterion').filter((criterion) => criterion.storyId === story.id);
    assert.deepEqual(store.by('criterion', 'storyId', story.id), criteria.toSorted(byId));
  }
}
