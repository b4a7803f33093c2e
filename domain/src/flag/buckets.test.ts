import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cutAt, cutsOf, placeOf } from './buckets.ts';
import { aFlag, aSet, aSplit } from './flag-examples.ts';
import type { Split } from './flag-definition.ts';
import { evaluateFlag } from './flag-evaluate.ts';
import { setOf } from './flag-set.ts';
import { hashAfter, hashPrefix } from './murmur3.ts';

const salts = process.env['SHORTLIST_SOAK'] === '1' ? 1_000 : 50;
const noClock = (): number => 0;

test('the hash gives the published vectors, also when a salt was hashed before', () => {
  const vectors: [string, number][] = [
    ['', 0],
    ['a', 1_009_084_850],
    ['flag:user-1', 550_893_901],
    ['flag:josé', 1_636_109_727],
    ['flag:日本', 3_381_118_426],
    ['flag:😀', 539_563_943],
    ['k:u1', 302_044_114],
    ['k:u2', 3_573_066_278],
  ];
  for (const [text, expected] of vectors) {
    for (let at = 0; at <= text.length; at += 1) {
      // A pair of surrogates that is cut in two is no text.
      if (/[\ud800-\udbff]$/.test(text.slice(0, at))) continue;
      assert.equal(hashAfter(hashPrefix(text.slice(0, at), 0), text.slice(at)), expected, `${text} at ${at}`);
    }
  }
});

test('a lone surrogate is hashed as UTF-8 encoders write it', () => {
  const replaced = hashAfter(hashPrefix('', 0), 'a\ufffdb');
  assert.equal(hashAfter(hashPrefix('', 0), 'a\ud800b'), replaced);
  assert.equal(hashAfter(hashPrefix('a\udc00', 0), 'b'), replaced);
});

test('a hundred thousand units fall where another implementation once put them', () => {
  const [, fingerprint = '', ...rows] = readFileSync(join(import.meta.dirname, 'buckets-golden.txt'), 'utf8')
    .trim()
    .split('\n');
  const lines = Array.from({ length: 100_000 }, (_, i) => goldenLine(i));
  const kept = lines.filter((_, i) => i % 40 === 0 || i < 100);
  assert.deepEqual(kept, rows);
  assert.equal(
    createHash('sha256')
      .update(`${lines.join('\n')}\n`)
      .digest('hex'),
    fingerprint,
  );
});

function goldenLine(i: number): string {
  const id = (Math.imul(i, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  const units = [`user-${i}`, `${id}-${i.toString(16).padStart(4, '0')}`, `ada.${i}@exämple.com`, `顧客-${i}`, `😀${i}`];
  const salt = `golden-${i % 7}`;
  const unit = units[i % 5] ?? '';
  const hash = placeOf(1, salt, 100_000, 'variants')(unit);
  // The weight of 0.001 % in which it falls: the last whose cut lies at or below the hash.
  let place = Math.floor((hash * 100_000) / 4_294_967_296);
  if (cutAt(1, place + 1, 100_000) <= hash) place += 1;
  assert.ok(cutAt(1, place, 100_000) <= hash && hash < cutAt(1, place + 1, 100_000));
  return `${salt}:${unit}\t${hash}\t${place}`;
}

test('cuts are exact at their edges: nothing is nobody, all is everybody', () => {
  assert.deepEqual([...cutsOf(1, [{ weight: 0 }, { weight: 100_000 }])], [0, 4_294_967_296]);
  assert.equal(cutAt(1, 1, 3), 1_431_655_766);
  assert.equal(cutAt('unleash', 33, 100), 33);
  assert.throws(() => cutsOf('flagd2', [{ weight: 0 }]), /add up to nothing/);
});

/** The units, of 20,000, that a split of `on` in 100,000 turns on. */
function unitsOn(on: number, salt: string, weights?: Split['weights']): Set<string> {
  const fallthrough = weights === undefined ? aSplit(on) : { split: { unit: 'user', hashVersion: 1 as const, weights } };
  const set = setOf(aSet([aFlag({ salt, fallthrough })]), noClock);
  const units = Array.from({ length: 20_000 }, (_, i) => `unit-${i}`);
  return new Set(units.filter((unit) => evaluateFlag(set, 'checkout', { targetingKey: unit }).value === true));
}

test('growing a percentage loses nobody, and stepping back leaves exactly who was there before', () => {
  const climb = [1_000, 5_000, 20_000, 20_001, 50_000, 99_999, 100_000];
  let before = new Set<string>();
  for (const on of climb) {
    const now = unitsOn(on, 'climb');
    assert.ok([...before].every((unit) => now.has(unit)));
    before = now;
  }
  assert.equal(before.size, 20_000);
  // Down again on the same cuts: the latest go first, so each step holds whom it held on the way up.
  for (const on of climb.toReversed()) {
    const now = unitsOn(on, 'climb');
    assert.ok([...now].every((unit) => before.has(unit)));
    before = now;
  }
});

test('two flags with the same percentage turn on different people', () => {
  const [one, other] = [unitsOn(50_000, 'one'), unitsOn(50_000, 'other')];
  const both = [...one].filter((unit) => other.has(unit)).length;
  assert.ok(both > 4_700 && both < 5_300, `${both} of 20,000 in both halves`);
});

test(`buckets are uniform under ${salts} salts`, () => {
  const cells = 20;
  const units = 10_000;
  let unlikely = 0;
  let sum = 0;
  for (let salt = 0; salt < salts; salt += 1) {
    const place = placeOf(1, `uniform-${salt}`, 100_000, 'variants');
    const counts = new Int32Array(cells);
    for (let i = 0; i < units; i += 1) {
      const cell = Math.floor((place(`user-${i}`) * cells) / 4_294_967_296);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const expected = units / cells;
    const chi = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
    sum += chi;
    // The upper 1 % of χ² with 19 degrees of freedom.
    if (chi > 36.19) unlikely += 1;
  }
  assert.ok(unlikely <= Math.max(4, salts * 0.02), `${unlikely} of ${salts} above the upper 1 %`);
  assert.ok(Math.abs(sum / salts - 19) < 3, `a mean of ${sum / salts} where 19 is expected`);
});
