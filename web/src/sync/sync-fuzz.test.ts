// Random clients on a random network: whatever is lost, doubled or cut off, at the end everyone holds the truth.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { ModelServer, shownBy, syncOn } from './model-server-for-test.ts';
import type { Sent } from './command-queue.ts';
import type { Store } from './store.ts';
import type { Sync } from './sync.ts';
import { World } from './world-for-test.ts';

const seeds = process.env['SHORTLIST_SOAK'] === '1' ? 200 : 10;
const names = ['ada', 'ben', 'cho'];

test('after loss, doubling, reconnects, restarts and resets every store equals the model', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 2 ** 31 }), async (seed) => {
      const world = new World(seed);
      const server = new ModelServer(world, names);
      const clients = names.map((name) => startedSync(world, server, name));
      const sent: Promise<Sent<'idea.capture'>>[] = [];
      world.trouble = world.random() * 0.3;
      for (let turn = 0; turn < 120; turn += 1) {
        const client = world.pick(clients);
        if (client === undefined) throw new Error('no client');
        if (world.random() < 0.5) actRandomly(world, client, sent);
        if (world.random() < 0.02) server.restart();
        if (world.random() < 0.02) server.forgotten = Math.floor(world.random() * server.seq);
        for (let steps = world.random() * 8; steps > 0; steps -= 1) await world.step();
        for (const { store } of clients) assertViewsAgree(store);
      }
      world.trouble = 0;
      server.forgotten = 0;
      // A message that was lost is missed when the next one comes.
      server.write(null, [{ event: 'idea.removed', entity: 'idea', id: 'idea_none', value: null }]);
      await world.until(() => clients.every((client) => isLevel(client, server)), 'all clients level with the server');
      for (const { store } of clients) {
        assert.deepEqual(shownBy(store), shownBy(server.truth));
        assert.equal(store.guessCount, 0);
        assertViewsAgree(store);
      }
      const answers = await Promise.all(sent);
      assert.ok(answers.every((answer) => 'refused' in answer || answer.seq <= server.seq));
      assert.deepEqual(
        server.changes.map((change) => change.seq),
        server.changes.map((_, index) => index + 1),
      );
    }),
    { numRuns: seeds, endOnFailure: true },
  );
});

function startedSync(world: World, server: ModelServer, name: string): Sync {
  const sync = syncOn(world.transport(name, server));
  sync.session.subscribe(() => undefined);
  return sync;
}

function isLevel({ store, connection, commands }: Sync, server: ModelServer): boolean {
  return store.seq === server.seq && connection.current().state === 'live' && commands.pending() === 0;
}

/** Sends one of the commands that somebody could send who sees what this client sees. */
function actRandomly(world: World, { store, commands }: Sync, sent: Promise<unknown>[]): void {
  const word = `word ${Math.floor(world.random() * 1000)}`;
  const idea = world.pick(store.all('idea'));
  const story = world.pick(store.all('story'));
  const criterion = world.pick(store.all('criterion'));
  const placement = world.pick(store.all('placement'));
  const review = store.all('review').find((one) => one.closedAt === null);
  const step = world.pick(['design', 'building', 'done']);
  const acts: (() => Promise<unknown>)[] = [() => commands.send('idea.capture', { problem: word })];
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
  if (act !== undefined) sent.push(act());
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
