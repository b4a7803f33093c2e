import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGithubIssues } from './github-issues.ts';
import { aGhIssue, aRestIssue } from './import-examples.ts';
import { importLimits } from './import-limits.ts';
import type { ImportRecord } from './import-record.ts';

function parsed(...issues: readonly unknown[]) {
  const file = parseGithubIssues(JSON.stringify(issues));
  assert.ok(file.ok, file.ok ? '' : file.problems.join('\n'));
  return file;
}

function only(issue: unknown): ImportRecord {
  const [record] = parsed(issue).records;
  assert.ok(record);
  return record;
}

function problemsOf(...issues: readonly unknown[]): readonly string[] {
  const file = parseGithubIssues(JSON.stringify(issues));
  assert.ok(!file.ok);
  return file.problems;
}

test('an issue of gh becomes a record with its comments', () => {
  const comment = { id: 'IC_1', author: { login: 'tom' }, body: 'Mine too', createdAt: '2026-01-06T08:00:00Z' };
  const url = 'https://github.com/acme/kettle/issues/1#issuecomment-77';
  assert.deepEqual(only(aGhIssue({ comments: [comment, { ...comment, url }] })), {
    source: 'github',
    externalId: 'acme/kettle#1',
    number: 1,
    title: 'The kettle whistles at night',
    body: 'It wakes the whole house.',
    url: 'https://github.com/acme/kettle/issues/1',
    author: 'mira',
    labels: ['noise'],
    assignees: ['tom'],
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-06T08:00:00.000Z',
    closedAt: null,
    state: 'open',
    comments: [
      {
        externalId: 'acme/kettle#1/comment-1767686400-tom',
        author: 'tom',
        body: 'Mine too',
        createdAt: '2026-01-06T08:00:00.000Z',
      },
      {
        externalId: 'acme/kettle#1/issuecomment-77',
        author: 'tom',
        body: 'Mine too',
        createdAt: '2026-01-06T08:00:00.000Z',
        url,
      },
    ],
    commentCount: 2,
  });
});

test('the REST shape gives the same record, with a number of comments in place of their texts', () => {
  const comments = [{ author: { login: 'tom' }, body: 'Mine too', createdAt: '2026-01-06T08:00:00Z' }];
  const gh = only(aGhIssue({ comments }));
  assert.deepEqual(only(aRestIssue({ comments: 1 })), { ...gh, comments: null });
});

test('a file without any word on comments says neither texts nor a number', () => {
  const record = only(aGhIssue({ comments: undefined }));
  assert.equal(record.comments, null);
  assert.equal(record.commentCount, null);
});

test('closed as completed is done; as not planned or a duplicate it is won’t do', () => {
  const closed = { state: 'CLOSED', closedAt: '2026-02-01T00:00:00Z' };
  const stateOf = (stateReason: string | null) => only(aGhIssue({ ...closed, stateReason })).state;
  assert.deepEqual(['COMPLETED', '', null, 'NOT_PLANNED', 'DUPLICATE'].map(stateOf), [
    'done',
    'done',
    'done',
    'wont_do',
    'wont_do',
  ]);
  assert.equal(only(aRestIssue({ state: 'closed', closed_at: closed.closedAt, state_reason: 'not_planned' })).state, 'wont_do');
  assert.equal(only(aGhIssue(closed)).closedAt, '2026-02-01T00:00:00.000Z');
  assert.equal(only(aGhIssue({ closedAt: closed.closedAt, stateReason: 'REOPENED' })).closedAt, null);
});

test('deleted accounts have no author, and bots one name in both shapes', () => {
  assert.equal(only(aGhIssue({ author: { login: 'ghost' } })).author, null);
  assert.equal(only(aRestIssue({ user: null })).author, null);
  assert.equal(only(aGhIssue({ author: { login: 'app/renovate', is_bot: true } })).author, 'renovate[bot]');
});

test('records of different repositories and hosts never share an id', () => {
  const ids = parsed(
    aGhIssue(),
    aGhIssue({ url: 'https://github.com/acme/pot/issues/1' }),
    aGhIssue({ url: 'https://git.acme.example/acme/kettle/issues/1' }),
  ).records.map((record) => record.externalId);
  assert.deepEqual(ids, ['acme/kettle#1', 'acme/pot#1', 'git.acme.example/acme/kettle#1']);
});

test('pages in a row, pages in a list, one issue a line and a byte order mark are all read', () => {
  const [one, two] = [JSON.stringify(aGhIssue()), JSON.stringify(aGhIssue({ number: 2 }))];
  for (const text of [
    `[${one}][${two}]`,
    `[${one}]\n[]\n[${two}]`,
    `[[${one}],[${two}]]`,
    `${one}\n${two}\n`,
    `\uFEFF[${one},${two}]`,
  ]) {
    const file = parseGithubIssues(text);
    assert.ok(file.ok, text.slice(0, 20));
    assert.deepEqual(
      file.records.map((record) => record.number),
      [1, 2],
    );
  }
});

test('pull requests in a REST list are skipped, and said to be', () => {
  const pull = aRestIssue({
    number: 2,
    pull_request: { url: 'https://api.github.com/repos/acme/kettle/pulls/2' },
    created_at: 'broken',
  });
  const file = parsed(aRestIssue(), pull);
  assert.equal(file.records.length, 1);
  assert.deepEqual(file.skipped, [{ number: 2, why: 'it is a pull request' }]);
});

test('of an issue that is in the file twice the copy updated last counts', () => {
  const file = parsed(
    aGhIssue({ title: 'Old', updatedAt: '2026-01-07T00:00:00Z' }),
    aGhIssue({ title: 'New', updatedAt: '2026-01-08T00:00:00Z' }),
    aGhIssue({ title: 'Oldest', updatedAt: '2026-01-06T00:00:00Z' }),
  );
  assert.deepEqual(
    file.records.map((record) => record.title),
    ['New'],
  );
  assert.equal(file.skipped.length, 2);
});

test('every problem is named with its issue, its field as the file calls it and its value', () => {
  assert.deepEqual(
    problemsOf(
      aGhIssue(),
      aGhIssue({ number: 17, createdAt: 'yesterday', labels: 3 }),
      aRestIssue({ number: 18, html_url: 'https://github.com/acme/kettle/issues/19', created_at: '2026-02-30T00:00:00Z' }),
      aRestIssue({ number: 19, html_url: 'javascript:alert(1)' }),
      aGhIssue({ number: 'x', body: undefined }),
      aGhIssue({ number: 20, comments: [{ body: 'a', createdAt: 5 }, 6] }),
      aGhIssue({ number: 21, comments: -1, title: ' \u0007 ' }),
      aRestIssue({ number: 22, state: 'closed' }),
      'a text',
      { message: 'Not Found', status: '404' },
      aGhIssue({ number: { a: 1 }, author: [], message: 'unrelated' }),
    ),
    [
      'issue 17 (index 1): labels: not a list: 3',
      "issue 17 (index 1): createdAt: not a time: 'yesterday'",
      "issue 18 (index 2): created_at: not a time: '2026-02-30T00:00:00Z'",
      "issue 19 (index 3): html_url: not the address of issue 19: 'javascript:alert(1)'",
      "index 4: number: not a whole number: 'x'",
      'index 4: body: missing',
      'issue 20 (index 5): comments.0.createdAt: not a time: 5',
      'issue 20 (index 5): comments.1: not a comment: 6',
      'issue 21 (index 6): title: is empty',
      'issue 21 (index 6): comments: neither a list nor a number of comments: -1',
      'issue 22 (index 7): closed_at: missing, though the issue is closed',
      "index 8: not an issue: 'a text'",
      "index 9: not an issue but a message of GitHub's: 'Not Found'",
      'index 10: number: not a whole number: an object',
      'index 10: author: not an account: a list',
    ],
  );
});

test('times outside of what is kept, and days that no month has, are refused', () => {
  for (const time of ['1969-12-31T23:59:59Z', '9999-12-31T23:59:59-12:00', '2026-02-29T00:00:00Z', '2026-01-01', '']) {
    assert.deepEqual(problemsOf(aGhIssue({ createdAt: time })), [`issue 1 (index 0): createdAt: not a time: '${time}'`]);
  }
  assert.equal(only(aGhIssue({ createdAt: '1970-01-01T00:00:00Z' })).createdAt, '1970-01-01T00:00:00.000Z');
});

test('labels are names or objects with one; empty and repeated ones are dropped', () => {
  const labels = ['noise', { name: ' lid\n' }, { name: null }, '', { name: 'noise' }];
  assert.deepEqual(only(aRestIssue({ labels })).labels, ['noise', 'lid']);
});

test('an address that names another number is refused', () => {
  assert.deepEqual(problemsOf(aGhIssue({ number: 3, url: 'https://github.com/acme/kettle/issues/4' })), [
    "issue 3 (index 0): url: not the address of issue 3: 'https://github.com/acme/kettle/issues/4'",
  ]);
});

test('one broken issue refuses the whole file; twenty problems are spelled out, all are counted', () => {
  const broken = Array.from({ length: 25 }, (_, i) => aGhIssue({ number: i + 1, state: 'maybe' }));
  const file = parseGithubIssues(JSON.stringify([aGhIssue({ number: 99 }), ...broken]));
  assert.ok(!file.ok);
  assert.equal(file.problems.length, 20);
  assert.equal(file.problemCount, 25);
});

test('an empty file, one of PowerShell and one with too many issues say what to do', () => {
  const problem = (text: string) => {
    const file = parseGithubIssues(text);
    return file.ok ? null : file.problems[0];
  };
  assert.equal(problem(' \n'), 'the file is empty');
  assert.match(problem('\uFFFD\uFFFD[\u0000]\u0000') ?? '', /not UTF-8; PowerShell/);
  assert.match(problem(`[${'1,'.repeat(importLimits.records)}1]`) ?? '', /100001 issues are more than the 100000/);
  assert.equal(problem('[]'), null);
});

test('what is too long is cut, what cannot be stored is replaced, and it is said', () => {
  const comments = Array.from({ length: 1001 }, () => ({ author: null, body: 'x', createdAt: '2026-01-06T08:00:00Z' }));
  const long = aGhIssue({ title: `a\n${'b'.repeat(600)}`, body: `\u0000${'c'.repeat(99_998)}😀`, comments });
  const file = parsed(long);
  const [record] = file.records;
  assert.ok(record);
  assert.equal(record.title, `a ${'b'.repeat(497)}…`);
  assert.equal(record.body, `\uFFFD${'c'.repeat(99_998)}…`);
  assert.equal(record.comments?.length, 1000);
  assert.equal(record.commentCount, 1001);
  assert.equal(new Set(record.comments.map((comment) => comment.externalId)).size, 1000);
  assert.deepEqual(file.notes, [
    { externalId: 'acme/kettle#1', note: 'the first 1000 of 1001 comments are taken' },
    { externalId: 'acme/kettle#1', note: 'the title is cut to 500 characters' },
    { externalId: 'acme/kettle#1', note: 'the body is cut to 100000 characters' },
  ]);
});

test('an issue closed before it was opened is taken with its closing time', () => {
  const file = parsed(aGhIssue({ state: 'CLOSED', closedAt: '2026-01-01T00:00:00+02:00' }));
  assert.equal(file.records[0]?.createdAt, '2025-12-31T22:00:00.000Z');
  assert.match(file.notes[0]?.note ?? '', /closed before it was opened/);
});
