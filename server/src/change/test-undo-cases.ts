/** A case of each command that can be taken back. */
import type { TestWorkspace } from '../test/test-workspace.ts';

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

/** By command: what it needs, and a call of it that changes something. */
export const undoCases: Readonly<Record<string, Case>> = {
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
export const undoneElsewhere = ['attachment.add', 'attachment.remove'];
