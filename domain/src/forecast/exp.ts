// exp, ln and normal draws that are bit for bit equal in every engine: `Math.exp`, `Math.log` and `**` may differ in the
// last digit, and one digit is enough for two browsers to show different forecasts. Only + − × ÷ and sqrt are used, which IEEE 754 fixes.
import { fillWords, unitOfWord, type Xoshiro } from './xoshiro.ts';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** e to the power x, for |x| ≤ 700, within 2 units in the last place; beyond that 0 or Infinity. */
export function exp(x: number): number {
  if (x > 700) return Infinity;
  if (x < -700) return 0;
  // x = power · ln 2 + rest with |rest| ≤ ln 2 / 2; ln 2 in two parts keeps the digits that the subtraction would lose.
  const power = Math.floor(x / LN2_HIGH + 0.5);
  const rest = x - power * LN2_HIGH - power * LN2_LOW;
  let sum = 1;
  for (let i = 14; i >= 1; i--) sum = 1 + (rest * sum) / i;
  return timesPowerOfTwo(sum, power);
}

/** The natural logarithm of a positive number; -Infinity for 0 and NaN below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  let mantissa = x;
  let power = 0;
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    power++;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    power--;
  }
  // ln m = 2 · artanh((m − 1) / (m + 1)); |s| ≤ 0.172, so eleven terms reach the last digit.
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 1 / 21;
  for (let i = 19; i >= 1; i -= 2) sum = 1 / i + square * sum;
  return power * LN2_HIGH + (2 * s * sum + power * LN2_LOW);
}

/** Two to the power x, for half-lives. */
export function powerOfTwo(x: number): number {
  return exp(x * LN2_HIGH + x * LN2_LOW);
}

/** Fills `into` with independent draws from the standard normal distribution (Marsaglia's polar method). */
export function fillNormal(into: Float64Array, state: Xoshiro): void {
  const words = new Int32Array(2);
  for (let i = 0; i < into.length; i += 2) {
    let a: number;
    let b: number;
    let square: number;
    do {
      fillWords(words, state);
      a = 2 * unitOfWord(words[0] ?? 0) - 1;
      b = 2 * unitOfWord(words[1] ?? 0) - 1;
      square = a * a + b * b;
    } while (square >= 1);
    const radius = Math.sqrt((-2 * ln(square)) / square);
    into[i] = a * radius;
    // Past the end of an odd-sized array this is dropped, as typed arrays do.
    into[i + 1] = b * radius;
  }
}

function timesPowerOfTwo(x: number, power: number): number {
  let result = x;
  for (let i = power; i > 0; i--) result *= 2;
  for (let i = power; i < 0; i++) result /= 2;
  return result;
}
