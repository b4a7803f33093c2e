import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import {
  addComment,
  editComment,
  reactToComment,
  removeComment,
  resolveComment,
  type AddCommentState,
} from './comment-decide.ts';
import type { Comment } from './comment.ts';
import { mentionsIn } from './mentions.ts';

const me = anId.person();
const mine = aContext({ role: 'member', memberId: me });
const stranger = aContext({ role: 'member' });

function add(parts: Partial<AddCommentState> = {}, text = 'Why at night?', parentId: string | null = null) {
  const input = parsed('comment.add', { subjectId: 'idea_1', text, parentId });
  return addComment({ parent: null, count: 0, people: [], ...parts }, input, mine);
}

const aComment = (parts: Partial<Comment> = {}): Comment => ({ ...accepted(add()).value, ...parts });

test('a comment keeps who, when and what, as it was typed', () => {
  const { value } = accepted(add({ count: 999 }, '  *as typed*\n'));
  assert.deepEqual([value.text, value.authorId, value.createdAt, value.parentId], ['  *as typed*\n', me, noon, null]);
  assert.throws(() => add({}, ' \n '), /must not be empty/);
  assert.match(refused(add({ count: 1000 })).message, /1000 comments/);
});

test('an answer joins the thread of what it answers, and opens it again', () => {
  const root = aComment({ resolvedAt: noon, resolvedBy: me });
  const decision = add({ parent: root }, 'But', root.id);
  assert.deepEqual(eventsOf(decision), ['comment.added', 'comment.reopened']);
  assert.equal(accepted(decision).value.parentId, root.id);
  const reply = aComment({ parentId: root.id });
  assert.equal(accepted(add({ parent: reply }, 'And', reply.id)).value.parentId, root.id);
  assert.equal(refused(add({ parent: null }, 'Gone', root.id)).code, 'not_found');
  const elsewhere = aComment({ subjectId: 'idea_2' });
  assert.equal(refused(add({ parent: elsewhere }, 'There', elsewhere.id)).code, 'conflict');
});

test('words are changed by who wrote them, while they are there', () => {
  const comment = aComment();
  const edit = (of: Comment, by = mine) =>
    editComment({ comment: of, people: [] }, parsed('comment.edit', { commentId: of.id, text: 'Why?' }), by);
  assert.deepEqual([accepted(edit(comment)).value.text, accepted(edit(comment)).value.editedAt], ['Why?', noon]);
  assert.equal(refused(edit(comment, stranger)).code, 'not_allowed');
  assert.equal(refused(edit(aComment({ removedAt: noon }))).code, 'not_found');
});

test('what was answered leaves its place, what was not is gone; an admin may', () => {
  const comment = aComment({ reactions: [{ kind: 'heart', memberId: me }] });
  const gone = accepted(removeComment({ comment, isAnswered: false }, mine));
  assert.deepEqual([gone.changes[0]?.value, gone.changes[0]?.subject], [null, 'idea_1']);
  const { value } = accepted(removeComment({ comment, isAnswered: true }, mine));
  assert.deepEqual([value.text, value.reactions, value.removedAt], ['', [], noon]);
  assert.equal(refused(removeComment({ comment, isAnswered: false }, stranger)).code, 'not_allowed');
  for (const role of ['owner', 'admin'] as const) accepted(removeComment({ comment, isAnswered: false }, aContext({ role })));
  assert.equal(refused(removeComment({ comment: value, isAnswered: true }, mine)).code, 'not_found');
});

test('a thread is settled and opened by its first comment', () => {
  const comment = aComment();
  const resolve = (of: Comment, resolved: boolean) =>
    resolveComment({ comment: of }, parsed('comment.resolve', { commentId: of.id, resolved }), mine);
  const settled = accepted(resolve(comment, true)).value;
  assert.deepEqual([settled.resolvedAt, settled.resolvedBy], [noon, me]);
  const open = accepted(resolve(settled, false)).value;
  assert.deepEqual([open.resolvedAt, open.resolvedBy], [null, null]);
  assert.deepEqual(eventsOf(resolve(settled, false)), ['comment.reopened']);
  assert.equal(refused(resolve(aComment({ parentId: comment.id }), true)).details?.['commentId'], comment.id);
});

test('a reaction counts once for each member, and is taken back', () => {
  const react = (of: Comment, on: boolean, by = mine) =>
    reactToComment({ comment: of }, parsed('comment.react', { commentId: of.id, kind: 'agree', on }), by);
  const once = accepted(react(aComment(), true)).value;
  const twice = accepted(react(once, true)).value;
  assert.deepEqual(twice.reactions, [{ kind: 'agree', memberId: me }]);
  assert.equal(accepted(react(twice, true, stranger)).value.reactions.length, 2);
  const heart = { kind: 'heart', memberId: me } as const;
  assert.deepEqual(accepted(react({ ...twice, reactions: [...twice.reactions, heart] }, false)).value.reactions, [heart]);
  assert.equal(refused(react(aComment({ removedAt: noon }), true)).code, 'not_found');
});

test('names after an @ are found, the longest first, and no address is one', () => {
  const [ann, annLee, zoe] = [anId.person(), anId.person(), anId.person()];
  const people = [
    { id: ann, name: 'Ann' },
    { id: annLee, name: 'Ann Lee' },
    { id: zoe, name: 'Zoë Ōta' },
  ];
  assert.deepEqual(mentionsIn('@ann lee, and @Zoë Ōta! (@Ann) @Ann', people), [annLee, zoe, ann]);
  assert.deepEqual(mentionsIn('mail x@ann or @Anna, @ Ann, @nobody', people), []);
  assert.deepEqual(accepted(add({ people }, 'Ask @Ann Lee')).value.mentionIds, [annLee]);
});
