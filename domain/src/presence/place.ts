// Where somebody is just now: at an idea or an item, and in which of its fields. It is told and forgotten, never stored. No
// schemas: the browser reads this file.

/** What somebody looks at, and the field they write in; null while they only read. */
export interface Place {
  readonly subjectId: string;
  readonly field: string | null;
}

/** Somebody at an idea or an item. Who is in two fields, from two tabs, is there twice. */
export interface Present {
  readonly memberId: string;
  readonly field: string | null;
}

export const presenceLimits = {
  /** Characters of what a client says at a time. */
  message: 300,
  /** How many are told of at one idea or item. */
  people: 40,
  /** Between two messages that are heard, in milliseconds; of what comes between them the last one counts. */
  gapMs: 250,
  /** A connection that says more in a second is closed. */
  perSecond: 40,
  /** How often a client says again where it is, in milliseconds. */
  sayAgainMs: 3_000,
  /** Who has not said so for this long is taken to be gone, in milliseconds. */
  goneAfterMs: 8_000,
} as const;

const subjectForm = /^(idea|sto|tsk)_[0-9a-z]{1,40}$/;
/** The field's name; of fields of which there are many, with the id of the one: `criterion:ac_…`. */
const fieldForm = /^[a-zA-Z]{1,30}(:[a-z]{2,6}_[0-9a-z]{1,40})?$/;

export const placeRefusal =
  'Say where you are as {"type":"here","subjectId":"sto_…","field":"problem"}: the id of an idea, a story or a task, and a field’s ' +
  'name or null; or {"type":"here","subjectId":null} when you have left. At most 300 characters.';

/** What a client said: a place, null for having left, or `refused` where it is neither. */
export function readPlace(text: string): Place | null | 'refused' {
  if (text.length > presenceLimits.message) return 'refused';
  const said = parsed(text);
  if (typeof said !== 'object' || said === null || !('type' in said) || said.type !== 'here') return 'refused';
  if (!('subjectId' in said)) return 'refused';
  const { subjectId } = said;
  if (subjectId === null) return null;
  const field = 'field' in said ? said.field : null;
  if (typeof subjectId !== 'string' || !subjectForm.test(subjectId)) return 'refused';
  if (field !== null && (typeof field !== 'string' || !fieldForm.test(field))) return 'refused';
  return { subjectId, field };
}

export function sayPlace(place: Place | null): string {
  return JSON.stringify({ type: 'here', ...(place ?? { subjectId: null }) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
