import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exp, fillNormal, ln, powerOfTwo } from './exp.ts';
import { xoshiro } from './xoshiro.ts';

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) <= 1e-15 * Math.max(1, Math.abs(expected)) * 2, `${actual} is not ${expected}`);

test('exp agrees with the engine to the last digits, from the smallest to the largest', () => {
  fc.assert(
    fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
      const relative = exp(x) / Math.exp(x) - 1;
      assert.ok(Math.abs(relative) < 1e-15, `exp(${x}) is off by ${relative}`);
    }),
  );
});

test('exp knows its ends', () => {
  assert.equal(exp(0), 1);
  assert.equal(exp(701), Infinity);
  assert.equal(exp(-701), 0);
  near(exp(1), Math.E);
  assert.ok(exp(700) > 1e304 && exp(700) < Infinity);
  assert.ok(exp(-700) < 1e-304 && exp(-700) > 0);
});

test('ln agrees with the engine to the last digits and undoes exp', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
      near(ln(x), Math.log(x));
    }),
  );
  for (const x of [0.5, 0.7, 0.8, 1.3, 1.42, 2, 3]) near(ln(exp(x)), x);
});

test('ln knows its ends', () => {
  assert.equal(ln(1), 0);
  assert.equal(ln(0), -Infinity);
  assert.equal(ln(Infinity), Infinity);
  assert.ok(Number.isNaN(ln(-1)));
  assert.ok(Number.isNaN(ln(Number.NaN)));
});

test('a half-life halves', () => {
  near(powerOfTwo(-1), 0.5);
  near(powerOfTwo(-0.5), Math.SQRT1_2);
  near(powerOfTwo(3), 8);
});

test('normal draws have mean 0, variance 1, no skew and the right tails', () => {
  const draws = new Float64Array(200_001);
  fillNormal(draws, xoshiro(5));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = Array.from(draws);
  assert.ok(Math.abs(mean(all)) < 0.01);
  assert.ok(Math.abs(mean(all.map((z) => z * z)) - 1) < 0.015);
  assert.ok(Math.abs(mean(all.map((z) => z * z * z))) < 0.03);
  assert.ok(Math.abs(mean(all.map((z) => (z < -1.6449 ? 1 : 0))) - 0.05) < 0.002);
  assert.ok(all.every((z) => Number.isFinite(z)));
});

test('normal draws are fixed for a seed', () => {
  const draws = new Float64Array(3);
  fillNormal(draws, xoshiro(1));
  assert.deepEqual([...draws], [0.41807950315813114, 1.5474222789943104, 0.9990483178021029]);
});
