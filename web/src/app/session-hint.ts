// What this browser knows of the last visit, so that the frame is painted before the server has answered.
import { roles, type Role } from '@shortlist/domain/workspace/roles.ts';
import { readPreference, writePreference } from '../ui/preference.ts';

export interface SessionHint {
  readonly workspace: string;
  readonly role: Role;
}

/** Who was signed in here last; null when nobody was, or nobody is any more. It is a guess and opens nothing. */
export function sessionHint(): SessionHint | null {
  const [word, ...name] = (readPreference('last-visit') ?? '').split(' ');
  const role = roles.find((one) => one === word);
  return role === undefined ? null : { role, workspace: name.join(' ') };
}

/** Keeps it for the next visit; null forgets it. */
export function keepSessionHint(hint: SessionHint | null): void {
  writePreference('last-visit', hint === null ? '' : `${hint.role} ${hint.workspace}`);
}
