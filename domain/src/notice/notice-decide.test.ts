import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, anIdea, noon } from '../decision-examples.ts';
import type { Comment } from '../comment/comment.ts';
import type { Role } from '../workspace/roles.ts';
import { cut, type Seen } from './happening.ts';
import { readNotices, tellNotices, type Happening, type TellState } from './notice-decide.ts';
import type { Following, Notice } from './notice.ts';

const [ann, ben, cleo, sam] = [anId.person(), anId.person(), anId.person(), anId.person()];
const people = [
  { id: ann, name: 'Ann' },
  { id: ben, name: 'Ben' },
  { id: cleo, name: 'Cleo' },
  { id: sam, name: 'Sam' },
];
const roleOf = (id: string): Role => (id === sam ? 'suggester' : 'member');
const subject = { id: 'sto_1', kind: 'item', personId: ann } as const;
const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? id;

function comment(text: string, parts: Partial<Comment> = {}): Comment {
  return {
    id: 'com_1' as Comment['id'],
    subjectId: subject.id,
    parentId: null,
    authorId: ben,
    text,
    mentionIds: [],
    reactions: [],
    createdAt: noon,
    editedAt: null,
    resolvedAt: null,
    resolvedBy: null,
    removedAt: null,
    ...parts,
  };
}

function happening(seen: Seen | null, parts: Partial<Happening> = {}): Happening {
  return { seq: 7, at: noon, byId: ben, subject, seen, becameReady: false, people, threadAuthorIds: [], ...parts };
}

function follows(memberId: Following['memberId'], state: Following['state'] = 'following'): Following {
  return { id: `fol_${memberId}` as Following['id'], memberId, subjectId: subject.id, state, since: noon };
}

/** Who is told what, as `Ann mentioned`, by name. */
function told(happenings: readonly Happening[], parts: Partial<TellState> = {}): readonly string[] {
  return noticesOf(happenings, parts).map(({ memberId, kind }) => `${nameOf(memberId)} ${kind}`);
}

function noticesOf(happenings: readonly Happening[], parts: Partial<TellState> = {}): readonly Notice[] {
  const members = people.map(({ id }) => ({ id, role: roleOf(id), removedAt: null }));
  const state = {
    happenings,
    follower: { id: 'notices', seq: 9 },
    members,
    followings: [],
    settings: [],
    ready: [],
    withdrawn: [],
    ...parts,
  };
  const { changes } = accepted(tellNotices(state, aContext({ memberId: null })));
  // The event says that it is a notice.
  return changes.filter(({ event }) => event === 'notice.made').map(({ value }) => value as Notice);
}

const said = (value: Comment): Seen => ({ event: 'comment.added', value, before: null });

test('a comment tells those whom it names, those in its thread, and followers, each once and by the nearest reason', () => {
  const seen = said(comment('@Ann look', { mentionIds: [ann] }));
  const followings = [follows(ann), follows(cleo), follows(ben)];
  assert.deepEqual(told([happening(seen, { threadAuthorIds: [ann, cleo] })], { followings }), ['Ann mentioned', 'Cleo replied']);
  assert.deepEqual(told([happening(said(comment('Hm')))], { followings }), ['Ann commented', 'Cleo commented']);
});

test('nobody is told of their own act, nor what they muted, nor what they left unless they are named', () => {
  const seen = said(comment('@Ben @Cleo', { mentionIds: [ben, cleo] }));
  assert.deepEqual(told([happening(seen)], { followings: [follows(ann, 'muted'), follows(cleo, 'left')] }), ['Cleo mentioned']);
  assert.deepEqual(told([happening(seen)], { followings: [follows(cleo, 'muted'), follows(ann, 'left')] }), ['Ann commented']);
});

test('an edit names only whom it did not name before, and tells nobody else', () => {
  const before = comment('@Ann', { mentionIds: [ann] });
  const value = comment('@Ann @Cleo', { mentionIds: [ann, cleo] });
  assert.deepEqual(told([happening({ event: 'comment.edited', value, before })], { followings: [follows(ann)] }), [
    'Cleo mentioned',
  ]);
});

test('who comments, is named or becomes the owner follows from then on, unless they chose otherwise', () => {
  const first = happening(said(comment('@Cleo', { mentionIds: [cleo] })), { byId: ben });
  const second = happening(said(comment('And', { authorId: ann })), { byId: ann, seq: 8 });
  assert.deepEqual(told([first, second]), ['Cleo mentioned', 'Ann commented', 'Ben commented', 'Cleo commented']);
  assert.deepEqual(told([first, second], { followings: [follows(cleo, 'left'), follows(ben, 'left')] }), [
    'Cleo mentioned',
    'Ann commented',
  ]);
});

test('a new owner is told, a failed criterion and readiness reach owner and followers', () => {
  const story = { ownerId: cleo } as unknown as Extract<Seen, { event: 'story.edited' }>['value'];
  assert.deepEqual(told([happening({ event: 'story.edited', value: story, before: null })]), ['Cleo assigned']);
  assert.deepEqual(told([happening({ event: 'story.edited', value: story, before: story })]), []);
  const criterion = { number: 2, text: 'It holds offline' } as unknown as Extract<Seen, { event: 'criterion.failed' }>['value'];
  const notices = noticesOf([happening({ event: 'criterion.failed', value: criterion })], { followings: [follows(cleo)] });
  assert.deepEqual(
    notices.map(({ memberId, words }) => [memberId, words]),
    [
      [ann, 'AC-2: It holds offline'],
      [cleo, 'AC-2: It holds offline'],
    ],
  );
  assert.deepEqual(told([happening(null, { becameReady: true })], { followings: [follows(cleo)] }), ['Ann ready', 'Cleo ready']);
});

test('a new collaborator is told and follows from then on, and those who were one already hear nothing', () => {
  type Edited = Extract<Seen, { event: 'story.edited' | 'story.collaborators_set' }>;
  const [before, value] = [[cleo], [cleo, ann]].map(
    (collaboratorIds) => ({ ownerId: null, collaboratorIds }) as unknown as Edited['value'],
  );
  assert.ok(before !== undefined && value !== undefined);
  const seen: Edited = { event: 'story.collaborators_set', value, before };
  const later = happening(said(comment('Hm', { authorId: ben })), { seq: 8, subject: { ...subject, personId: null } });
  assert.deepEqual(told([happening(seen)]), ['Ann joined']);
  assert.deepEqual(told([happening(seen, { subject: { ...subject, personId: null } }), later]), ['Ann joined', 'Ann commented']);
});

test('a finding is told to the owner of its story, and to no follower', () => {
  const value = { text: 'The list jumps', kind: 'polish' } as unknown as Extract<Seen, { event: 'finding.added' }>['value'];
  const seen: Seen = { event: 'finding.added', value };
  const notices = noticesOf([happening(seen)], { followings: [follows(cleo)] });
  assert.deepEqual(
    notices.map(({ memberId, kind, words }) => [nameOf(memberId), kind, words]),
    [['Ann', 'found', 'The list jumps']],
  );
  assert.deepEqual(told([happening(seen, { byId: ann })]), [], 'what one found oneself is no news');
  assert.deepEqual(told([happening(seen, { subject: { ...subject, personId: null } })], { followings: [follows(cleo)] }), []);
  assert.deepEqual(told([happening(seen)], { settings: [{ id: ann, channels: { found: 'none' } }] }), []);
});

test('a suggester hears what became of their own idea, and nothing of what is said about it', () => {
  const own = { id: 'idea_1', kind: 'idea', personId: sam } as const;
  const decision = { kind: 'reject', reason: 'no_room', sentence: 'Not now.', by: ben, at: noon } as const;
  const rejected: Seen = { event: 'idea.answered', value: anIdea({ suggesterId: sam, decision }) };
  const followings = [{ ...follows(sam), subjectId: own.id }];
  assert.deepEqual(told([happening(rejected, { subject: own })], { followings }), ['Sam decided']);
  assert.deepEqual(told([happening(said(comment('@Sam', { mentionIds: [sam] })), { subject: own })], { followings }), []);
  assert.deepEqual(told([happening(rejected, { subject: { ...own, personId: ann } })], { followings }), ['Ann decided']);
});

test('members who left are told nothing', () => {
  const members = [{ id: ann, role: 'member', removedAt: noon }] as const;
  assert.deepEqual(told([happening(said(comment('Hm')))], { members, followings: [follows(ann)] }), []);
});

test('words become one short line', () => {
  assert.equal(cut('Two\n lines\u2028here '), 'Two lines here');
  assert.equal(cut('😀'.repeat(200)).length <= 280, true);
  assert.doesNotMatch(cut(`${'a'.repeat(278)}😀😀`), /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
});

test('reading changes what was unread; marking unread brings the latest back', () => {
  const [one, two] = [1, 2].map((seq) => ({ ...notice, id: `ntc_${seq}` as Notice['id'], seq }));
  assert.ok(one !== undefined && two !== undefined);
  const read = (notices: readonly Notice[], isRead: boolean) =>
    accepted(readNotices({ notices }, { subjectId: 'sto_1', read: isRead }, aContext())).changes.map(({ id }) => id);
  assert.deepEqual(read([one, { ...two, readAt: noon }], true), ['ntc_1']);
  assert.deepEqual(
    read(
      [
        { ...one, readAt: noon },
        { ...two, readAt: noon },
      ],
      false,
    ),
    ['ntc_2'],
  );
});

const notice: Notice = {
  id: 'ntc_0' as Notice['id'],
  memberId: ann,
  kind: 'mentioned',
  subjectId: 'sto_1',
  seq: 0,
  byId: ben,
  words: '',
  at: noon,
  readAt: null,
};
