/** What GitHub writes: `gh issue list --json …` and the lists of its REST interface, brought under one set of names. */
import { z } from 'zod';

/** Four digits of year, so that every instant has the form our entities keep. */
const latest = Date.parse('9999-12-31T00:00:00Z');

const time = z.iso.datetime({ offset: true, abort: true, error: 'not a time' }).refine((text) => {
  const instant = Date.parse(text);
  return instant >= 0 && instant <= latest;
}, 'not a time');
const text = z.string('not a text');
const account = z.object({ login: text.max(60, 'longer than 60 characters').nullish() }, 'not an account').nullish();
const label = z.union([z.string(), z.object({ name: z.string().nullish() })], 'neither a name nor an object with one');

export const GithubIssue = z.object({
  number: z.int('not a whole number').min(1, 'below 1').max(9_999_999_999, 'too large'),
  title: text,
  body: text.nullable(),
  state: z.string('neither open nor closed').regex(/^(open|closed)$/i, 'neither open nor closed'),
  stateReason: text.nullish(),
  url: text,
  author: account,
  labels: z.array(label, 'not a list').nullish(),
  assignees: z.array(account, 'not a list').nullish(),
  createdAt: time,
  updatedAt: time.nullish(),
  closedAt: time.nullish(),
});
export type GithubIssue = z.infer<typeof GithubIssue>;

export const GithubComment = z.object({
  author: account,
  body: text.nullish(),
  createdAt: time,
  url: text.nullish(),
});
export type GithubComment = z.infer<typeof GithubComment>;

export type RawObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** REST's names for what `gh` calls otherwise. */
const restNames: Readonly<Record<string, string>> = {
  url: 'html_url',
  author: 'user',
  stateReason: 'state_reason',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  closedAt: 'closed_at',
};

export function isRestShape(raw: RawObject): boolean {
  return 'html_url' in raw || 'created_at' in raw || 'user' in raw;
}

/** The same object under `gh`'s names. */
export function underGhNames(raw: RawObject): RawObject {
  if (!isRestShape(raw)) return raw;
  const renamed: Record<string, unknown> = { ...raw };
  for (const [name, restName] of Object.entries(restNames)) renamed[name] = raw[restName];
  return renamed;
}

/** The name that the file itself uses for a field, for messages. */
export function nameInFile(raw: RawObject, name: string): string {
  return (isRestShape(raw) ? restNames[name] : undefined) ?? name;
}
