/** What a new password hash costs. Tests alone may change it: a wall lets nobody else in. */

/** OWASP's least for scrypt: N 2^17, r 8, p 1 (about 0.3 s and 128 MB for each). */
let cost = { N: 2 ** 17, r: 8, p: 1 };

export const passwordCost = (): Readonly<typeof cost> => cost;

/**
 * For tests, which make hundreds of accounts that nobody breaks into: new hashes take milliseconds from now on, in this process. Each
 * hash tells what it cost, so that those made before are read as ever.
 */
export function hashPasswordsCheaply(): void {
  cost = { ...cost, N: 2 ** 10 };
}
