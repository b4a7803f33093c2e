/** Each command that can be taken back is done and taken back: afterwards every entity is as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undoableCommands } from '@shortlist/domain/change/undoing.ts';
import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';

/** Prepares what a command needs, and answers how to call it. */
type Case = (workspace: TestWorkspace) => Promise<readonly [input: object]>;

const criterionOf = async ({ owner }: TestWorkspace, itemId: string): Promise<string> =>
  (await owner.call('story.get', { itemId })).criteria[0]?.id ?? '';
const committed = async (workspace: TestWorkspace): Promise<string> => {
  const itemId = await workspace.readyStory('On the backlog');
  await workspace.owner.call('backlog.commit', { itemId, teamId: workspace.team.id });
  return itemId;
};
const aTask = async ({ owner, team }: TestWorkspace): Promise<string> =>
  (await owner.call('task.create', { teamId: team.id, title: 'Move the list', why: 'It is slow' })).id;
const anIdea = async ({ owner }: TestWorkspace): Promise<string> => (await owner.call('idea.capture', { problem: 'A need' })).id;
const aComment = async (workspace: TestWorkspace): Promise<string> =>
  (await workspace.owner.call('comment.add', { subjectId: await anIdea(workspace), text: 'Who waits?' })).id;
const aQuestion = async ({ owner, readyStory }: TestWorkspace): Promise<string> =>
  (await owner.call('question.ask', { itemId: await readyStory('Asked about'), text: 'Who sees it?' })).id;
const aPersona = async ({ owner }: TestWorkspace, name: string) => (await owner.call('persona.add', { name })).id;
let climbs = 0;
const aClimb = async ({ owner }: TestWorkspace): Promise<string> => {
  climbs += 1;
  const flagKey = `climb-${climbs}`;
  await owner.call('flag.create', { key: flagKey });
  const steps = [{ at: '2030-01-01T09:00:00.000Z', percent: 50 }];
  await owner.call('ladder.climb', { flagKey, rung: 'gradual', percent: 5, steps });
  return flagKey;
};
const aShortLadder = async ({ owner, readyStory }: TestWorkspace): Promise<string> => {
  const itemId = await readyStory('Without a flag');
  await owner.call('ladder.goWithout', { itemId, reason: 'A text in the footer' });
  return itemId;
};
let flags = 0;
/** A flag of its own on `development`. */
const aReleasedFlag = async ({ owner }: TestWorkspace): Promise<string> => {
  flags += 1;
  const key = `released-${flags}`;
  await owner.call('flag.create', { key });
  await owner.call('ladder.climb', { flagKey: key, rung: 'development' });
  return key;
};
const aTryToken = async ({ owner }: TestWorkspace, flagKey: string): Promise<string> =>
  (await owner.call('flag.tryIt', { flagKey, environment: 'staging' })).tryToken;
const aFinding = async ({ owner, readyStory }: TestWorkspace): Promise<string> => {
  const itemId = await readyStory('Tried');
  return (await owner.call('finding.add', { itemId, text: 'It jumps', environment: 'production' })).id;
};
const dismissal = (itemId: string) => ({ itemId, rule: 'vague', words: 'fast', reason: 'given' }) as const;

const cases: Readonly<Record<string, Case>> = {
  'idea.capture': () => Promise.resolve([{ problem: 'Taken back' }]),
  'idea.edit': async (workspace) => [{ ideaId: await anIdea(workspace), problem: 'In other words' }],
  'evidence.add': async (workspace) => [{ subjectId: await anIdea(workspace), text: 'It hurts', author: 'A guest', url: null }],
  'evidence.remove': async (workspace) => {
    const subjectId = await anIdea(workspace);
    const made = await workspace.owner.call('evidence.add', { subjectId, text: 'It hurts', author: null, url: null });
    return [{ evidenceId: made.id }];
  },
  'comment.add': async (workspace) => [{ subjectId: await anIdea(workspace), text: 'Who else waits?' }],
  'comment.edit': async (workspace) => [{ commentId: await aComment(workspace), text: 'Who waits longest?' }],
  'comment.remove': async (workspace) => [{ commentId: await aComment(workspace) }],
  'comment.resolve': async (workspace) => [{ commentId: await aComment(workspace), resolved: true }],
  'comment.react': async (workspace) => [{ commentId: await aComment(workspace), kind: 'heart', on: true }],
  'text.edit': async (workspace) => {
    const subjectId = await workspace.readyStory('Written');
    const { seq } = await workspace.owner.call('text.get', { subjectId, field: 'problem' });
    return [{ subjectId, field: 'problem', baseSeq: seq, text: 'Hosts wait.' }];
  },
  'criterion.add': async ({ readyStory }) => [{ itemId: await readyStory('One more'), text: 'It holds offline' }],
  'criterion.edit': async (workspace) => [
    { criterionId: await criterionOf(workspace, await workspace.readyStory('Reworded')), text: 'Another text' },
  ],
  'criterion.move': async (workspace) => {
    const itemId = await workspace.readyStory('Reordered');
    const first = await criterionOf(workspace, itemId);
    const second = await workspace.owner.call('criterion.add', { itemId, text: 'The second' });
    return [{ criterionId: first, afterId: second.id }];
  },
  'criterion.remove': async (workspace) => [
    { criterionId: await criterionOf(workspace, await workspace.readyStory('One less')) },
  ],
  'criterion.verify': async (workspace) => [
    {
      criterionId: await criterionOf(workspace, await workspace.readyStory('Seen')),
      environment: 'production',
      verdict: 'passed',
    },
  ],
  'finding.add': async ({ readyStory }) => [{ itemId: await readyStory('Tried'), text: 'It jumps', environment: 'production' }],
  'finding.edit': async (workspace) => [{ findingId: await aFinding(workspace), kind: 'polish' }],
  'finding.settle': async (workspace) => [{ findingId: await aFinding(workspace) }],
  'finding.remove': async (workspace) => [{ findingId: await aFinding(workspace) }],
  'try.turnOn': async (workspace) => [{ tryToken: await aTryToken(workspace, await aReleasedFlag(workspace)), key: 'olive' }],
  'try.turnOff': async (workspace) => {
    const flagKey = await aReleasedFlag(workspace);
    await workspace.owner.call('try.turnOn', { tryToken: await aTryToken(workspace, flagKey), key: 'olive' });
    return [{ flagKey, environment: 'staging' }];
  },
  'question.ask': async ({ readyStory }) => [{ itemId: await readyStory('Asked about'), text: 'Who sees it?' }],
  'question.edit': async (workspace) => [{ questionId: await aQuestion(workspace), text: 'Who sees it first?' }],
  'question.answer': async (workspace) => [{ questionId: await aQuestion(workspace), answer: 'The guard.' }],
  'question.remove': async (workspace) => [{ questionId: await aQuestion(workspace) }],
  'story.read': async ({ join, readyStory }) => {
    const [itemId, writer] = [await readyStory('Worded by another'), await join('member', 'Wilma Writer')];
    await writer.call('story.edit', { itemId, need: 'find more guests' });
    return [{ itemId }];
  },
  'story.edit': async ({ readyStory }) => [{ itemId: await readyStory('Named'), title: 'Renamed', size: 'M' }],
  'task.create': ({ team }) => Promise.resolve([{ teamId: team.id, title: 'Renew it', why: 'It ends in May' }]),
  'task.edit': async (workspace) => [{ itemId: await aTask(workspace), title: 'Move both lists' }],
  'collaborator.set': async (workspace) => {
    const [nora, itemIds] = [await workspace.join('member', 'Nora Beside'), [await aTask(workspace)]];
    const before = await workspace.join('member', 'Bert Before');
    await workspace.owner.call('collaborator.set', { itemIds, addIds: [before.id] });
    return [{ itemIds, addIds: [nora.id], removeIds: [before.id] }];
  },
  'story.split': async (workspace) => {
    const itemId = await workspace.readyStory('Too big');
    const goes = await workspace.owner.call('criterion.add', { itemId, text: 'Goes along' });
    return [{ itemId, title: 'Split off', criterionIds: [goes.id], persona: 'Somebody new' }];
  },
  'persona.add': () => Promise.resolve([{ name: 'A skipper' }]),
  'persona.edit': async (workspace) => [{ personaId: await aPersona(workspace, 'A warden'), name: 'A harbour warden' }],
  'persona.merge': async (workspace) => {
    const intoId = await aPersona(workspace, 'A guard');
    return [{ personaId: await aPersona(workspace, 'A night guard'), intoId }];
  },
  'persona.archive': async (workspace) => [{ personaId: await aPersona(workspace, 'A pilot'), archived: true }],
  'link.add': async (workspace) => [{ fromId: await aTask(workspace), toId: await aTask(workspace), kind: 'blocks' }],
  'link.remove': async (workspace) => {
    const ends = { fromId: await aTask(workspace), toId: await aTask(workspace) };
    return [{ linkId: (await workspace.owner.call('link.add', { ...ends, kind: 'relates' })).id }];
  },
  'check.dismiss': async ({ readyStory }) => [dismissal(await readyStory('Marked'))],
  'check.restore': async ({ owner, readyStory }) => {
    const made = await owner.call('check.dismiss', dismissal(await readyStory('Marked')));
    return [{ dismissalId: made.id }];
  },
  'label.create': () => Promise.resolve([{ name: 'harbour' }]),
  'label.edit': async ({ owner }) => [{ labelId: (await owner.call('label.create', { name: 'berth' })).id, name: 'mooring' }],
  'label.merge': async ({ owner }) => {
    const [from, into] = [await owner.call('label.create', { name: 'quay' }), await owner.call('label.create', { name: 'pier' })];
    return [{ labelId: from.id, intoId: into.id }];
  },
  'label.remove': async ({ owner }) => [{ labelId: (await owner.call('label.create', { name: 'jetty' })).id }],
  'label.set': async (workspace) => [{ subjectIds: [await anIdea(workspace)], addWords: ['new word'] }],
  'term.add': () => Promise.resolve([{ word: 'berth' }]),
  'term.remove': async ({ owner }) => [{ termId: (await owner.call('term.add', { word: 'berth' })).id }],
  'backlog.commit': async ({ readyStory, team }) => [{ itemId: await readyStory('Promised'), teamId: team.id }],
  'backlog.move': async (workspace) => [{ itemId: await committed(workspace), stepId: 'building' }],
  'backlog.return': async (workspace) => [{ itemId: await committed(workspace) }],
  'backlog.park': async ({ readyStory }) => [{ itemId: await readyStory('Not now') }],
  'review.reword': async (workspace) => {
    const ideaId = await anIdea(workspace);
    const review = await workspace.owner.call('review.start', { ideaIds: [ideaId] });
    const decision = { kind: 'reject', reason: 'no_room', sentence: 'Not now.' } as const;
    await workspace.owner.call('review.decide', { reviewId: review.id, ideaId, decision });
    return [{ ideaId, sentence: 'Ask again in May.' }];
  },
  'backlog.drop': async (workspace) => [
    { itemId: await committed(workspace), reason: 'other', sentence: 'Somebody else did it.' },
  ],
  'backlog.reopen': async (workspace) => {
    const itemId = await committed(workspace);
    await workspace.owner.call('backlog.move', { itemId, stepId: 'done', verified: true });
    return [{ itemId }];
  },
  'view.save': () => Promise.resolve([{ name: 'Mine', place: 'everything', shared: true, query: 'is:open' }]),
  'view.edit': async ({ owner }) => {
    const made = await owner.call('view.save', { name: 'Ours', place: 'everything', shared: true });
    return [{ viewId: made.view.id, group: 'label', columns: 'handle,title' }];
  },
  'view.remove': async ({ owner }) => {
    const made = await owner.call('view.save', { name: 'Ours', place: 'everything', shared: true });
    return [{ viewId: made.view.id }];
  },
  'ladder.climb': async ({ owner }) => {
    await owner.call('flag.create', { key: 'arrivals' });
    return [{ flagKey: 'arrivals', rung: 'development' }];
  },
  'ladder.goWithout': async ({ readyStory }) => [{ itemId: await readyStory('Seldom seen'), reason: 'A text in the footer' }],
  'ladder.moveWithout': async (workspace) => [{ itemId: await aShortLadder(workspace), rung: 'everyone' }],
  'ladder.deployed': async (workspace) => [{ itemIds: [await aShortLadder(workspace)], environment: 'production' }],
  'ladder.halt': async (workspace) => [{ flagKey: await aClimb(workspace), reason: 'BUG-3 came up' }],
  'ladder.resume': async (workspace) => {
    const flagKey = await aClimb(workspace);
    await workspace.owner.call('ladder.halt', { flagKey, reason: 'BUG-3 came up' });
    return [{ flagKey }];
  },
  'flag.planCleanUp': async ({ owner }) => {
    await owner.call('flag.create', { key: 'departures' });
    await owner.call('ladder.climb', { flagKey: 'departures', rung: 'everyone' });
    return [{ key: 'departures', dueDay: '2030-01-01' }];
  },
  'ladder.stepDown': async (workspace) => [{ flagKey: await aReleasedFlag(workspace), rung: 'off' }],
  'flag.edit': async (workspace) => [{ key: await aReleasedFlag(workspace), title: 'Arrivals at a glance' }],
  'flag.link': async (workspace) => [
    { key: await aReleasedFlag(workspace), storyId: await workspace.readyStory('Switched on too') },
  ],
  'flag.setRules': async (workspace) => [
    { key: await aReleasedFlag(workspace), environment: 'staging', fallthrough: { variant: 'off' } },
  ],
  'flag.kill': async (workspace) => [{ key: await aReleasedFlag(workspace), environment: 'staging' }],
  'flag.exclude': async (workspace) => [{ key: await aReleasedFlag(workspace), customers: ['acme'] }],
  'flag.copy': async (workspace) => [{ key: await aReleasedFlag(workspace), from: 'staging', to: 'production' }],
  'flag.revert': async (workspace) => {
    const key = await aReleasedFlag(workspace);
    const { seq } = await workspace.owner.call('flag.get', { key });
    await workspace.owner.call('flag.kill', { key, environment: 'staging' });
    return [{ key, seq }];
  },
  'flag.archive': async (workspace) => [{ key: await aReleasedFlag(workspace) }],
  'segment.create': () => Promise.resolve([{ key: 'made', name: 'Made' }]),
  'segment.edit': () => Promise.resolve([{ key: 'ourselves', included: ['olive'] }]),
  'segment.remove': async ({ owner }) => {
    await owner.call('segment.create', { key: 'gone', name: 'Gone' });
    return [{ key: 'gone' }];
  },
  'workspace.edit': () => Promise.resolve([{ name: 'Renamed' }]),
  'workspace.setFeature': () => Promise.resolve([{ feature: 'story-splitting', audience: 'off' }]),
  'member.edit': ({ owner }) => Promise.resolve([{ memberId: owner.id, name: 'Olive Other' }]),
  'team.edit': ({ team }) => Promise.resolve([{ teamId: team.id, name: 'Renamed' }]),
};

/** They need a file that was sent before: attachment.pg.test.ts takes them back. */
const elsewhere = ['attachment.add', 'attachment.remove'];

test('every command that says it can be taken back has its case here', () => {
  assert.deepEqual([...Object.keys(cases), ...elsewhere].toSorted(), undoableCommands.toSorted());
});

test('each of them is taken back with all that it changed', async (context) => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database, { declaredWeekly: 50 });
    for (const [name, prepare] of Object.entries(cases)) {
      await context.test(name, async () => {
        const [input] = await prepare(workspace);
        const before = await everything(database);
        // The table above names commands, each with its own input.
        const { seq } = await workspace.owner.callSeq(name as 'idea.capture', input);
        assert.notDeepEqual(await everything(database), before, 'it changed something');
        const { did } = await workspace.owner.call('change.undo', { seq });
        assert.doesNotMatch(did, /\{it\}/);
        assert.deepEqual(withoutVersions(await everything(database)), withoutVersions(before));
      });
    }
  });
});

test('without a number the last of one’s own is taken back, then the one before, and never another’s', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory, road } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const itemId = await readyStory('First');
    await owner.call('story.edit', { itemId, title: 'Second' });
    await owner.call('story.edit', { itemId, title: 'Third' });
    await mia.call('idea.capture', { problem: 'Not the owner’s' });
    const { handle } = (await owner.call('story.get', { itemId })).story;
    assert.equal((await owner.call('change.undo', {})).did, `edited ${handle}`);
    assert.equal((await owner.call('story.get', { itemId })).story.title, 'Second');
    await owner.call('change.undo', {});
    assert.equal((await owner.call('story.get', { itemId })).story.title, 'First');
    assert.equal((await mia.call('change.undo', {})).did, 'captured IDEA-2');
    assert.equal((await mia.refused('change.undo', {})).code, 'not_found');
    road.now = '2026-11-18T09:00:00.000Z';
    assert.equal((await owner.refused('change.undo', {})).code, 'not_found');
  });
});

test('what somebody else changed in between is not taken back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const itemId = await readyStory('Shared');
    const { seq } = await owner.callSeq('story.edit', { itemId, title: 'Mine' });
    await mia.call('story.edit', { itemId, persona: 'A guest' });
    assert.equal((await owner.refused('change.undo', { seq })).code, 'changed_since');
    const made = await owner.callSeq('idea.capture', { problem: 'With a voice' });
    const { id } = made.value as { id: string };
    await mia.call('evidence.add', { subjectId: id, text: 'Mine too', author: null, url: null });
    assert.equal((await owner.refused('change.undo', { seq: made.seq })).code, 'changed_since');
  });
});

test('a flag is switched on again by undo only by who may release there, and only with rules that still fit', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory, team } = await makeTestWorkspace(database);
    const storyId = await readyStory('Pay in one step');
    await owner.call('backlog.commit', { itemId: storyId, teamId: team.id });
    const key = 'pay-in-one-step';
    await owner.call('flag.create', { storyId, key });
    await owner.call('segment.create', { key: 'pilots', name: 'Pilots' });
    const pilots = { id: 'pilots', title: 'Pilots', when: [{ segment: 'pilots' }], serve: { variant: 'on' } };
    await owner.call('flag.setRules', { key, environment: 'production', enabled: true, rules: [pilots] });
    const stranger = await join('member', 'Sam Stranger');
    await owner.call('team.edit', { teamId: team.id, memberIds: [] });
    const killed = await stranger.callSeq('flag.kill', { key, environment: 'production' });
    assert.match((await stranger.refused('change.undo', { seq: killed.seq })).message, /Only members of .* climb in Production/);
    const cleared = await owner.callSeq('flag.setRules', { key, environment: 'production', rules: [] });
    await owner.call('segment.remove', { key: 'pilots' });
    assert.match((await owner.refused('change.undo', { seq: cleared.seq })).message, /names the segment pilots/);
  });
});

test('a segment is set back only where the rules around it still fit', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const made = await owner.callSeq('segment.create', { key: 'pilots', name: 'Pilots' });
    await owner.call('flag.create', { key: 'arrivals' });
    const rule = { id: 'pilots', title: 'Pilots', when: [{ segment: 'pilots' }], serve: { variant: 'on' } };
    await owner.call('flag.setRules', { key: 'arrivals', environment: 'production', enabled: true, rules: [rule] });
    assert.match((await owner.refused('change.undo', { seq: made.seq })).message, /Pilots is asked about by arrivals/);
    await owner.call('segment.create', { key: 'crew', name: 'Crew', rules: [[{ segment: 'pilots' }]] });
    const edited = await owner.callSeq('segment.edit', { key: 'crew', rules: [] });
    await owner.call('flag.setRules', { key: 'arrivals', environment: 'production', rules: [] });
    await owner.call('segment.remove', { key: 'pilots' });
    assert.match((await owner.refused('change.undo', { seq: edited.seq })).message, /names the segment pilots/);
    const removed = await owner.callSeq('segment.remove', { key: 'crew' });
    await owner.call('segment.create', { key: 'crew', name: 'Another crew' });
    assert.match((await owner.refused('change.undo', { seq: removed.seq })).message, /another segment crew by now/);
  });
});

test('a flag’s version in an environment only grows, also when changes are taken back one after the other', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const key = 'arrivals';
    const versions: number[] = [];
    const note = async () => {
      const { flag } = await owner.call('flag.get', { key });
      versions.push(flag.environments['production']?.version ?? 0);
      return flag;
    };
    await owner.call('flag.create', { key });
    await owner.call('ladder.climb', { flagKey: key, rung: 'development' });
    const first = await note();
    await owner.call('ladder.climb', { flagKey: key, rung: 'internal' });
    await note();
    await owner.call('ladder.climb', { flagKey: key, rung: 'everyone' });
    await note();
    await owner.call('change.undo', {});
    assert.equal((await note()).rung, 'internal');
    await owner.call('change.undo', {});
    const last = await note();
    assert.equal(last.rung, 'development');
    assert.equal(last.environments['production']?.enabled, first.environments['production']?.enabled);
    assert.deepEqual(versions, [0, 1, 2, 3, 4]);
  });
});

test('what cannot be taken back says why', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, team } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const made = await owner.callSeq('team.create', { key: 'OPS', name: 'Operations', declaredWeekly: 3 });
    assert.match((await owner.refused('change.undo', { seq: made.seq })).message, /Others may work in the team/);
    const { seq } = await mia.callSeq('task.create', { teamId: team.id, title: 'Hers', why: 'It was asked' });
    const undone = await mia.callSeq('change.undo', { seq });
    assert.match((await mia.refused('change.undo', { seq: undone.seq })).message, /Do again/);
  });
});

/** Versions of flags count the way back too; an environment at its beginning may be written out. */
function withoutVersions(rows: unknown): unknown {
  const text = JSON.stringify(rows, (key, value: unknown) => (key === 'version' ? 0 : value));
  const isUntouched = (config: object) => 'enabled' in config && !config.enabled && 'rules' in config && isEmpty(config.rules);
  return JSON.parse(text, (key, value: unknown) =>
    key === 'environments' && typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([, config]) => !isUntouched(config as object)))
      : value,
  );
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}

/** Every live row of every entity that travels, in one order; handles' counters and the log itself are not among them. */
async function everything(database: Database): Promise<unknown> {
  const { rows } = await sql`
    select distinct on (entity, id) entity, id, value from change order by entity, id, seq desc`.execute(database.db);
  return rows.filter((row) => (row as { value: unknown }).value !== null);
}
