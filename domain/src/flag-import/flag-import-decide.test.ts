import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, eventsOf, refused } from '../decision-examples.ts';
import type { Flag } from '../flag/flag.ts';
import { importFlagd } from '../flag/import-flagd.ts';
import { aContext, aFlag, aTeam, threeEnvironments } from '../ladder/ladder-examples.ts';
import { isRefusal } from '../refusal.ts';
import { readFlagFile } from './flag-file.ts';
import { importFlags, type FlagImportState } from './flag-import-decide.ts';

const into = { environment: 'production' };
const file = (flags: object) => importFlagd({ flags }, { saltOf: (key) => `salt of ${key}` });
const banner = { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'off' };
const targeted = { ...banner, targeting: { if: [{ in: ['@acme', { var: 'email' }] }, 'on', null] } };

function aState(flags: object, here: readonly Flag[] = [], more: Partial<FlagImportState> = {}): FlagImportState {
  const known = new Map(here.map((flag) => [flag.key, flag]));
  return { imported: file(flags), flags: known, segments: [], environments: threeEnvironments, teams: [], ...more };
}

/** The only flag that was written. */
function written(state: FlagImportState): Flag {
  const [change] = accepted(importFlags(state, into, aContext())).changes;
  // Only flags are imported here.
  return change?.value as Flag;
}

test('what is new is made and set in the one environment, and a second time nothing is done', () => {
  const flag = written(aState({ banner: targeted }));
  assert.deepEqual([flag.key, flag.onVariant, flag.offVariant, flag.rung], ['banner', 'on', 'off', 'custom']);
  assert.deepEqual(Object.keys(flag.environments), ['production']);
  const again = importFlags(aState({ banner: targeted }, [flag]), into, aContext());
  assert.deepEqual(eventsOf(again), []);
  assert.deepEqual(accepted(again).value.counts, { created: 0, changed: 0, unchanged: 1, left: 0 });
});

test('what differs is set anew, keeps its story and its salt, and other environments stay', () => {
  const first = { ...written(aState({ banner })), salt: 'its own', title: 'The banner' };
  const changed = written(aState({ banner: targeted }, [first]));
  assert.deepEqual([changed.id, changed.salt, changed.title], [first.id, 'its own', 'The banner']);
  assert.deepEqual([changed.environments['production']?.version, changed.environments['staging']], [2, undefined]);
});

test('what cannot come in is left with why: another type, archived here, one variant', () => {
  const here = [
    aFlag({ key: 'other', type: 'string', variants: { on: 'a', off: 'b' } }),
    aFlag({ key: 'old', archivedAt: '2026-11-01T09:00:00.000Z' }),
  ];
  const one = { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' };
  const { value, changes } = accepted(importFlags(aState({ other: banner, old: banner, one }, here), into, aContext()));
  assert.deepEqual(changes, []);
  assert.deepEqual(
    value.flags.map(({ key, outcome, why }) => `${key} ${outcome}: ${why}`),
    [
      'other left: other is a string here, and a boolean in the file.',
      'old left: old is archived here. Bring it back first.',
      'one left: It has one variant, so there is nothing to switch.',
    ],
  );
});

test('a segment that means a rung is left alone, and another is made once', () => {
  const segment = { unit: 'user', included: [], excluded: [], rules: [] };
  const segments = [
    { key: 'beta', ...segment },
    { key: 'gold', ...segment },
  ];
  const state = aState({}, [], { imported: { flags: [], segments, notes: [] } });
  const { value } = accepted(importFlags(state, into, aContext()));
  assert.deepEqual(
    value.segments.map(({ key, outcome }) => [key, outcome]),
    [
      ['beta', 'left'],
      ['gold', 'created'],
    ],
  );
});

test('nothing is half done: one flag that one may not release refuses the whole file', () => {
  const flag = aFlag({ key: 'banner' });
  const other = aContext({ memberId: 'mem_other' as never });
  const state = aState({ fresh: banner, banner: targeted }, [flag], { teams: [aTeam()] });
  assert.match(refused(importFlags(state, into, other)).message, /Nothing was imported/);
  assert.equal(refused(importFlags(aState({ banner }), { environment: 'mars' }, aContext())).code, 'not_found');
});

test('a file that is no JSON, no object or nests too deep is refused in words before it is looked at', () => {
  const complaint = (text: string): string => {
    const read = readFlagFile(text);
    assert.ok(isRefusal(read), 'it was read');
    return read.message;
  };
  assert.match(complaint('{"flags": '), /not JSON/);
  assert.match(complaint('[]'), /no object/);
  assert.match(complaint('{"a":'.repeat(100_000)), /nests deeper than 64/);
  assert.ok(!isRefusal(readFlagFile(JSON.stringify({ flags: { a: '[[[{{{"\\' } }))));
});
