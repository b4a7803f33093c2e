import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ModelServer, syncOn } from './model-server-for-test.ts';
import type { Transport } from './transport.ts';
import { World, type Served } from './world-for-test.ts';

interface Posted {
  readonly path: string;
  readonly key: string | null;
  readonly ifMatch: string | null;
}

/** A live client; `commands` are the posts that reached the server, `instead` answers in its place. */
async function liveClient() {
  const world = new World(1);
  const server = new ModelServer(world, ['ada', 'ben']);
  const posted: Posted[] = [];
  const network = { isDown: false, answer: server.answer };
  const transport = world.transport('ada', { answer: (who, path, init) => network.answer(who, path, init), admit: server.admit });
  const watched: Transport = {
    ...transport,
    fetch: (path, init) => {
      const headers = new Headers(init.headers);
      if (path !== '/api/v1/snapshot' && path !== '/api/v1/session.current')
        posted.push({ path, key: headers.get('idempotency-key'), ifMatch: headers.get('if-match') });
      return network.isDown ? Promise.reject(new TypeError('no network')) : transport.fetch(path, init);
    },
  };
  const sync = syncOn(watched);
  sync.session.subscribe(() => undefined);
  await world.until(() => sync.connection.current().state === 'live', 'live');
  return { world, server, sync, posted, network };
}

function refusing(status: number, code: string): Served {
  return {
    status,
    body: JSON.stringify({
      type: `/api#${code}`,
      title: 'No',
      status,
      code,
      detail: 'Because.',
      n: 11,
      errors: [{ path: 'a', message: 'b' }],
    }),
  };
}

test('a guess is there before anything is sent, and its entity keeps its id when the server has made it', async () => {
  const { world, server, sync } = await liveClient();
  const sending = sync.commands.send('idea.capture', { problem: '  Too slow ' });
  const guessed = sync.store.all('idea')[0];
  assert.deepEqual([guessed?.problem, guessed?.handle, guessed?.suggesterId], ['Too slow', '', 'mem_ada']);
  await world.until(() => sync.commands.pending() === 0 && sync.store.guessCount === 0, 'answered and passed');
  const answer = await sending;
  assert.deepEqual('refused' in answer ? answer : answer.seq, server.seq);
  const made = sync.store.all('idea');
  assert.deepEqual([made.length, made[0]?.id, made[0]?.handle], [1, guessed?.id, 'X-1']);
});

test('a refusal takes the guess back and answers the caller with its figures', async () => {
  const { world, sync, network } = await liveClient();
  network.answer = () => refusing(409, 'window_full');
  const sending = sync.commands.send('idea.capture', { problem: 'Too slow' });
  assert.equal(sync.store.all('idea').length, 1);
  await world.until(() => sync.commands.pending() === 0, 'answered');
  assert.deepEqual(sync.store.all('idea'), []);
  const refused = {
    refused: true,
    code: 'window_full',
    message: 'Because.',
    details: { n: 11 },
    errors: [{ path: 'a', message: 'b' }],
  };
  assert.deepEqual(await sending, refused);
});

test('commands with a guess are sent one after the other, in order', async () => {
  const { world, server, sync, posted } = await liveClient();
  const sending = ['one', 'two', 'three'].map((problem) => sync.commands.send('idea.capture', { problem }));
  await world.until(() => posted.length > 0, 'the first is sent');
  await world.step();
  assert.equal(posted.length, 1);
  await world.until(() => sync.commands.pending() === 0, 'all answered');
  await Promise.all(sending);
  assert.deepEqual(
    server.changes.filter((change) => change.entity === 'idea').map((change) => change.value?.['problem']),
    ['one', 'two', 'three'],
  );
});

test('a command that none waits before is sent in the same moment, once, and the next after its answer (feed 11.1)', async () => {
  const { world, server, sync, posted } = await liveClient();
  void sync.commands.send('idea.capture', { problem: 'what is there before' });
  await world.until(() => sync.commands.pending() === 0 && sync.store.guessCount === 0, 'looked and empty');
  posted.length = 0;
  const sending = ['one', 'two'].map((problem) => sync.commands.send('idea.capture', { problem }));
  assert.equal(posted.length, 1, 'before the disk was asked');
  await world.until(() => server.truth.all('idea').length === 2, 'the first is done');
  assert.equal(posted.length, 1);
  await world.until(() => sync.commands.pending() === 0, 'both answered');
  await Promise.all(sending);
  assert.equal(posted.length, 2);
});

test('without a network a command with a guess waits, shown, and is sent when there is one', async () => {
  const { world, server, sync, posted, network } = await liveClient();
  network.isDown = true;
  const sending = sync.commands.send('idea.capture', { problem: 'Written on a train' });
  const begun = world.now;
  await world.until(() => world.now - begun > 300_000, 'five minutes');
  assert.equal(sync.store.all('idea').length, 1);
  assert.equal(sync.commands.pending(), 1);
  network.isDown = false;
  await world.until(() => sync.commands.pending() === 0 && sync.store.guessCount === 0, 'sent');
  assert.equal('refused' in (await sending), false);
  assert.equal(new Set(posted.map((post) => post.key)).size, 1);
  assert.equal(server.truth.all('idea').length, 1);
});

test('an answer that was lost is asked for again with the same key, so the command is done once (feed 8.3)', async () => {
  const { world, server, sync, network } = await liveClient();
  let lost = 3;
  network.answer = (who, path, init) => {
    const served = server.answer(who, path, init);
    lost -= 1;
    return lost >= 0 ? { status: 502, body: '<html>Bad gateway</html>' } : served;
  };
  const sending = sync.commands.send('idea.capture', { problem: 'Once' });
  await world.until(() => sync.commands.pending() === 0, 'answered');
  assert.equal('refused' in (await sending), false);
  assert.equal(server.truth.all('idea').length, 1);
});

test('a database that is out for a moment is waited for', async () => {
  const { world, server, sync, network } = await liveClient();
  let out = 2;
  network.answer = (who, path, init) => {
    out -= 1;
    return out >= 0 ? refusing(503, 'database_down') : server.answer(who, path, init);
  };
  const sending = sync.commands.send('idea.capture', { problem: 'Patience' });
  await world.until(() => sync.commands.pending() === 0, 'answered');
  assert.equal('refused' in (await sending), false);
});

test('a command without a guess says after three tries that the server cannot be reached', async () => {
  const { world, sync, posted, network } = await liveClient();
  network.isDown = true;
  const sending = sync.commands.send('token.revoke', { tokenId: 'tok_1' });
  await world.until(() => sync.commands.pending() === 0, 'given up');
  const answer = await sending;
  assert.equal('refused' in answer && answer.code, 'offline');
  assert.deepEqual(
    posted.map((post) => post.path),
    ['/api/v1/token.revoke', '/api/v1/token.revoke', '/api/v1/token.revoke'],
  );
  assert.equal(new Set(posted.map((post) => post.key)).size, 1);
});

test('a command without a guess does not wait behind those with one', async () => {
  const { world, sync, posted, network } = await liveClient();
  network.answer = () => refusing(503, 'database_down');
  void sync.commands.send('idea.capture', { problem: 'Waits' });
  void sync.commands.send('idea.capture', { problem: 'Waits behind' });
  void sync.commands.send('token.revoke', { tokenId: 'tok_1' });
  await world.until(() => posted.length >= 2, 'two are sent');
  assert.deepEqual(
    posted.slice(0, 2).map((post) => post.path),
    ['/api/v1/token.revoke', '/api/v1/idea.capture'],
  );
});

test('what only HTTP refuses ends the command instead of being tried for ever', async () => {
  const { world, sync, network } = await liveClient();
  network.answer = () => refusing(403, 'forbidden_origin');
  const sending = sync.commands.send('idea.capture', { problem: 'From elsewhere' });
  await world.until(() => sync.commands.pending() === 0, 'answered');
  const answer = await sending;
  assert.deepEqual('refused' in answer && [answer.code, answer.message], ['internal', 'Because.']);
});

test('what was not sent when somebody signs out is given up, not sent as somebody else', async () => {
  const { world, sync, posted, network } = await liveClient();
  network.isDown = true;
  const sending = [1, 2].map((one) => sync.commands.send('idea.capture', { problem: `Unsent ${one}` }));
  await world.step();
  await world.until(() => posted.length >= 2, 'tried');
  void sync.session.leave();
  const answers = await Promise.all(sending);
  assert.deepEqual(
    answers.map((answer) => 'refused' in answer && answer.code),
    ['not_signed_in', 'not_signed_in'],
  );
  network.isDown = false;
  posted.length = 0;
  const begun = world.now;
  while (world.now - begun < 100_000 && (await world.step()));
  assert.deepEqual(posted, []);
});

test('the number that was read is sent as a quoted If-Match', async () => {
  const { world, sync, posted } = await liveClient();
  void sync.commands.send('idea.edit', { ideaId: 'idea_1', problem: 'x' }, { ifMatch: 12 });
  await world.until(() => posted.length > 0, 'sent');
  assert.equal(posted[0]?.ifMatch, '"12"');
});

test('a guess that fails keeps neither the command from the server nor the feed from the store', async () => {
  const { world, server, sync, posted } = await liveClient();
  const team = sync.store.get('team', 'team_1');
  assert.ok(team);
  // A workflow without its last category makes the decision throw.
  server.write(null, [
    { event: 'task.created', entity: 'task', id: 'tsk_1', value: null },
    {
      event: 'team.edited',
      entity: 'team',
      id: team.id,
      value: { ...team, steps: team.steps.filter((step) => step.category !== 'wont_do') },
    },
    {
      event: 'item.placed',
      entity: 'placement',
      id: 'tsk_1',
      // Brands exist for the compiler only.
      value: {
        id: 'tsk_1',
        kind: 'task',
        teamId: team.id,
        stepId: 'committed',
        rank: 'V',
        committedAt: null,
        startedAt: null,
        doneAt: null,
        droppedAt: null,
        dropped: null,
        verified: null,
        expedite: false,
        override: null,
        enteredStepAt: '',
      } as never,
    },
  ]);
  await world.until(() => sync.store.seq === server.seq, 'level');
  void sync.commands.send('backlog.drop', { itemId: 'tsk_1', sentence: 'No' });
  await world.until(() => posted.length > 0, 'sent');
  assert.deepEqual(
    posted.map((post) => post.path),
    ['/api/v1/backlog.drop'],
  );
  assert.equal(sync.store.guessCount, 0);
});

test('the answer of a command that was given up does not take the next one’s place', async () => {
  const { world, server, sync } = await liveClient();
  const first = sync.commands.send('idea.capture', { problem: 'Given up' });
  await world.step();
  void sync.commands.opened()?.giveUp('mem_ada');
  const second = sync.commands.send('idea.capture', { problem: 'Sent' });
  await world.until(() => sync.commands.pending() === 0, 'both answered');
  assert.equal('refused' in (await first), true);
  assert.equal('refused' in (await second), false);
  assert.ok(server.truth.all('idea').some((idea) => idea.problem === 'Sent'));
});

test('when the server is there again the next try comes at once, and later pauses are short again', async () => {
  const { world, server, sync, posted, network } = await liveClient();
  const out: typeof network.answer = () => refusing(503, 'database_down');
  network.answer = out;
  void sync.commands.send('idea.capture', { problem: 'One' });
  await world.until(() => posted.length >= 9, 'pauses have grown');
  const tried = world.now;
  await world.until(() => world.now - tried > 1_000, 'a long pause has begun');
  network.answer = server.answer;
  const back = world.now;
  server.restart();
  await world.until(() => sync.commands.pending() === 0, 'answered');
  assert.ok(world.now - back < 5_000, `${world.now - back} ms`);
  network.answer = out;
  posted.length = 0;
  const begun = world.now;
  void sync.commands.send('idea.capture', { problem: 'Two' });
  await world.until(() => posted.length >= 3, 'tried three times');
  assert.ok(world.now - begun < 3_000, `${world.now - begun} ms`);
});
