import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aRecord } from './import-examples.ts';
import { lookLines } from './look-lines.ts';
import { lookAt } from './look.ts';

function screen(records: Parameters<typeof lookAt>[0], today = '2026-11-22'): string {
  return lookLines(lookAt(records, today)).join('\n');
}

/** `open` open ones and `done` finished ones, the last of these on 20 November 2026. */
function aFile(open: number, done: number) {
  return Array.from({ length: open + done }, (_, i) =>
    aRecord({ number: i + 1, ...(i < done ? { closedAt: '2026-11-20T12:00:00.000Z' } : {}) }),
  );
}

test('the screen tells the whole file', () => {
  const records = [
    aRecord({ number: 1, createdAt: '2024-06-01T08:00:00.000Z', labels: ['noise', 'bug'], title: 'Whistles' }),
    aRecord({ number: 2, createdAt: '2026-10-01T08:00:00.000Z', labels: ['bug'], commentCount: 1 }),
    aRecord({ number: 3, createdAt: '2026-11-02T08:00:00.000Z', labels: ['lid'], commentCount: 1 }),
    aRecord({ number: 4, createdAt: '2026-09-02T08:00:00.000Z', closedAt: '2026-11-20T08:00:00.000Z' }),
    aRecord({ number: 5, createdAt: '2026-10-02T08:00:00.000Z', closedAt: '2026-10-20T08:00:00.000Z', state: 'wont_do' }),
    aRecord({ externalId: 'acme/pot#6', number: 6, createdAt: '2026-10-02T08:00:00.000Z', closedAt: '2026-10-21T08:00:00.000Z' }),
  ];
  assert.equal(
    screen(records),
    `acme/kettle and 1 more · 6 issues · as of 20 Nov 2026

  3 open; you finish 0.3 a month: 9 months.

  Open            3, 2 of them labelled as bugs
  Closed          3: 2 done, 1 as won’t do
  A month         0.8 opened, 0.3 finished (last 182 days): 0.5 more each month
  Age of the open half are older than 50 days
  Oldest          2.5 years: #1 Whistles
  Never answered  33 % of the open have no comment
  Labels          bug 2 · lid 1 · noise 1

  Month      opened  finished  + opened             = finished
  Jun 2026        0         0
  Jul 2026        0         0
  Aug 2026        0         0
  Sep 2026        1         0  +++++++
  Oct 2026        3         1  ++++++++++++++++++++ =======
  Nov 2026        1         1  +++++++              ======= so far

  An import makes no backlog of it: what you name is in flight or next, the rest
  waits as ideas, and most of those may be answered with a kind no.`,
  );
});

test('nothing open, nothing labelled and nothing to promise leave their lines out', () => {
  const text = screen(aFile(0, 1));
  assert.match(text, /1 issue · as of/);
  assert.match(text, /Nothing open; you finish 0\.2 a month\./);
  assert.match(text, /Open {12}0\n/);
  assert.doesNotMatch(text, /Labels|Oldest|Age of|An import|won’t do/);
  assert.match(screen(aFile(1, 0)), /Age of the open half are older than 0 days/);
});

test('a list that shrinks or stays says so', () => {
  assert.match(screen(aFile(1, 67)), /0 opened, 11 finished \(last 182 days\): 11 fewer each month/);
  const still = [aRecord({ createdAt: '2026-11-19T08:00:00.000Z' }), ...aFile(1, 1)];
  assert.match(screen(still), /0\.2 opened, 0\.2 finished \(last 182 days\)\n/);
});

test('a file that seems to be a part says so', () => {
  assert.match(screen(aFile(5, 0)), /Nothing is closed in this file/);
  assert.match(screen(aFile(29, 1)), /Exactly 30 issues/);
  assert.match(screen(aFile(199, 1)), /Exactly 200 issues/);
  assert.doesNotMatch(screen(aFile(30, 1)), /Exactly/);
  assert.match(screen(aFile(5, 1), '2026-12-21'), /is 31 days old/);
  assert.doesNotMatch(screen(aFile(5, 1), '2026-12-20'), /days old/);
  assert.match(screen([]), /No issues in this file\.[^]*gh issue list/);
});

test('wide letters take two columns, and a cut line ends in an ellipsis', () => {
  const wide = screen([aRecord({ title: '猫'.repeat(60), createdAt: '2026-11-19T08:00:00.000Z' })]);
  const line = wide.split('\n').find((one) => one.includes('猫')) ?? '';
  assert.equal(line, `  Oldest          0 days: #1 ${'猫'.repeat(25)}…`);
});

test('the screen is at most 24 lines of 80 columns and moves no cursor, whatever the file says', () => {
  const instant = fc.integer({ min: 0, max: Date.parse('9999-01-01T00:00:00Z') }).map((ms) => new Date(ms).toISOString());
  const line = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('\u001B[2J', '猫'.repeat(60), '\u202Eelttek', '😀'.repeat(60)),
  );
  const record = fc
    .record({
      number: fc.integer({ min: 1, max: 9_999_999_999 }),
      title: line,
      label: line,
      createdAt: instant,
      closedAt: fc.option(instant),
      repository: line,
    })
    .map(({ label, repository, ...parts }) =>
      aRecord({
        ...parts,
        labels: [label],
        externalId: `${repository}#1`,
        state: parts.closedAt === null ? 'open' : 'done',
        updatedAt: parts.createdAt,
      }),
    );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 20 }), instant, (records, today) => {
      const lines = lookLines(lookAt(records, today));
      assert.ok(lines.length <= 24, `${lines.length} lines`);
      for (const one of lines) {
        assert.ok([...one].length <= 80, one);
        assert.ok(!/[\p{Cc}\u202E]/u.test(one), JSON.stringify(one));
      }
    }),
    { numRuns: 300 },
  );
});
