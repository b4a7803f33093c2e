/** Secrets: made at random, shown once, kept as hashes, compared in constant time. */
import { hash as hashAtOnce, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { passwordCost } from './password-cost.ts';

export type SecretKind = 'ses' | 'tok' | 'inv' | 'set' | 'srv' | 'brw' | 'try';

/** 256 random bits with a prefix that says what it opens, so that a leaked one can be recognised. */
export function makeSecret(kind: SecretKind): string {
  return `sl_${kind}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256, hexadecimal: enough for a secret of 256 random bits, which no dictionary holds. */
export function hashSecret(secret: string): string {
  return hashAtOnce('sha256', secret);
}

export function sameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const cost = passwordCost();
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** False also for a stored text it cannot read. Takes the same time for a wrong password as for the right one. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [kind, n, r, p, salt, hash] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const wanted = Buffer.from(hash, 'base64url');
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
  return derived.length === wanted.length && timingSafeEqual(derived, wanted);
}

/** What an unknown e-mail is compared with, so that it takes as long to refuse as a wrong password. */
export function nobodysPassword(): string {
  const { N, r, p } = passwordCost();
  return `scrypt$${N}$${r}$${p}$${'A'.repeat(22)}$${'A'.repeat(86)}`;
}

// Each takes 128 MB; two at a time keep a burst of log-ins from taking the machine's memory.
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, { N, r, p }: ReturnType<typeof passwordCost>): Promise<Buffer> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await new Promise((resolve, reject) => {
      const options = { N, r, p, maxmem: 256 * N * r };
      scrypt(password.normalize('NFC'), salt, 64, options, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
