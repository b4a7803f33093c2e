/** Single values of GitHub's, brought into the form that our records keep. */
import { importLimits } from './import-limits.ts';
import { storableLine } from './imported-text.ts';

/** The login as REST writes it; null for deleted accounts, which GitHub shows as `ghost`. */
export function loginOf(account: { readonly login?: string | null | undefined } | null | undefined): string | null {
  const login = storableLine(account?.login ?? '', importLimits.nameLength).text;
  if (login === '' || login === 'ghost') return null;
  return login.startsWith('app/') ? `${login.slice(4)}[bot]` : login;
}

/** `time` has any offset; the answer is in UTC with milliseconds. */
export function instantOf(time: string): string {
  return new Date(time).toISOString();
}

/** What a message shows of a value of unknown kind and length. */
export function excerpt(value: unknown): string {
  if (typeof value === 'string') return `'${storableLine(value.slice(0, 200), 60).text}'`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
