/** What one value of a key asks, looked up among the words and names there are; or what is wrong with it. */
import { sizes } from '../story/sizes.ts';
import { foldedText } from './folded-text.ts';
import { nearestWord } from './nearest-word.ts';
import { askOf } from './query-choices.ts';
import { daySpan, spanDays, wholeDays } from './query-days.ts';
import type { QueryKeyDeclaration } from './query-keys.ts';
import type { QueryContext, QuerySubject } from './query-subject.ts';
import type { QueryCompare, QueryValue } from './query-terms.ts';

export type Matches = (subject: QuerySubject) => boolean;

/** `fix` is what the value should be, where that can be told. */
export interface ValueFault {
  readonly fault: string;
  readonly fix: string | null;
}

export const nobody = 'nobody';
export const unsized = 'none';
export const unlabelled = 'none';

export function valueMatch(
  key: string,
  declared: QueryKeyDeclaration,
  value: QueryValue,
  context: QueryContext,
): Matches | ValueFault {
  switch (declared.kind) {
    case 'choice':
      return choiceMatch(key, declared.words ?? {}, value, context);
    case 'person':
      return personMatch(key, value, context);
    case 'team':
      return teamMatch(value, context);
    case 'step':
      return stepMatch(value, context);
    case 'size':
      return sizeMatch(value);
    case 'label':
      return labelMatch(value, context);
    case 'day':
      return dayMatch(key, value, context);
    case 'span':
      return ageMatch(value, context);
    case 'text': {
      const wanted = foldedText(value.text);
      return ({ persona }) => foldedText(persona).includes(wanted);
    }
    case 'sort':
      return () => true;
    default:
      return declared.kind satisfies never;
  }
}

function choiceMatch(
  key: string,
  words: Readonly<Record<string, string>>,
  { text, compare }: QueryValue,
  context: QueryContext,
): Matches | ValueFault {
  const known = Object.keys(words);
  const word = text.toLowerCase();
  const ask = known.includes(word) && compare === '' ? askOf(key, word) : undefined;
  if (ask !== undefined) return (subject) => ask(subject, context);
  return unknown(`“${key}:” knows no “${compare}${text}”`, nearestWord(text, known));
}

function personMatch(key: string, { text }: QueryValue, { meId, people }: QueryContext): Matches | ValueFault {
  const idsOf = peopleOf[key] ?? (() => []);
  const wanted = foldedText(text);
  if (wanted === 'me') return (subject) => meId !== null && idsOf(subject).includes(meId);
  if (wanted === nobody) return (subject) => idsOf(subject).length === 0;
  const named = namedLike(people, wanted, ({ name }) => [name]);
  const ids = new Set<string>(named.map(({ id }) => id));
  if (ids.size > 0) return (subject) => idsOf(subject).some((id) => ids.has(id));
  return unknown(
    `Nobody here is called “${text}”`,
    nearestWord(
      text,
      people.flatMap(({ name }) => [name, name.split(' ')[0] ?? name]),
    ),
  );
}

const peopleOf: Readonly<Record<string, (subject: QuerySubject) => readonly string[]>> = {
  owner: ({ ownerId }) => (ownerId === null ? [] : [ownerId]),
  suggester: ({ suggesterId }) => (suggesterId === null ? [] : [suggesterId]),
  collaborator: ({ collaborators }) => collaborators.map(({ id }) => id),
};

function teamMatch({ text }: QueryValue, { teams }: QueryContext): Matches | ValueFault {
  const named = namedLike(teams, foldedText(text), ({ key, name }) => [key, name]);
  const ids = new Set<string | null>(named.map(({ id }) => id));
  if (ids.size > 0) return ({ teamId }) => ids.has(teamId);
  return unknown(
    `There is no team “${text}”`,
    nearestWord(
      text,
      teams.flatMap(({ key, name }) => [key, name]),
    ),
  );
}

function stepMatch({ text }: QueryValue, { teams }: QueryContext): Matches | ValueFault {
  const steps = teams.flatMap((team) => team.steps.map((step) => ({ ...step, place: `${team.id} ${step.id}` })));
  const places = new Set(namedLike(steps, foldedText(text), ({ name }) => [name]).map(({ place }) => place));
  if (places.size > 0) return ({ teamId, stepId }) => places.has(`${teamId ?? ''} ${stepId ?? ''}`);
  return unknown(
    `No team has a step “${text}”`,
    nearestWord(
      text,
      steps.map(({ name }) => name),
    ),
  );
}

/** Those called exactly so; else those one of whose words begins so. */
function namedLike<Named>(all: readonly Named[], wanted: string, namesOf: (one: Named) => readonly string[]): readonly Named[] {
  if (wanted === '') return [];
  const exact = all.filter((one) => namesOf(one).some((name) => foldedText(name) === wanted));
  if (exact.length > 0) return exact;
  return all.filter((one) => namesOf(one).some((name) => ` ${foldedText(name)}`.includes(` ${wanted}`)));
}

function labelMatch({ text }: QueryValue, { labels }: QueryContext): Matches | ValueFault {
  const wanted = foldedText(text);
  if (wanted === unlabelled) return (subject) => subject.labels.length === 0;
  const named = namedLike(labels, wanted, ({ name }) => [name]);
  const ids = new Set(named.map(({ id, mergedIntoId }) => mergedIntoId ?? id));
  if (ids.size > 0) return (subject) => subject.labels.some(({ id }) => ids.has(id));
  return unknown(
    `There is no label “${text}”`,
    nearestWord(
      text,
      labels.map(({ name }) => name),
    ),
  );
}

function sizeMatch({ text, compare }: QueryValue): Matches | ValueFault {
  if (text.toLowerCase() === unsized && compare === '') return ({ size }) => size === null;
  const wanted = sizes.findIndex((size) => size === text.toUpperCase());
  if (wanted === -1) return unknown(`There is no size “${text}”; sizes are ${sizes.join(', ')} and none`, null);
  return ({ size }) => size !== null && holds(compare, sizes.findIndex((one) => one === size) - wanted);
}

function dayMatch(key: string, { text, compare }: QueryValue, { now, startOfDay }: QueryContext): Matches | ValueFault {
  const span = daySpan(text, today(now, startOfDay));
  if (span === null) return unknown(`“${text}” is no date. Write 2026-01-31, 2026-01, today, yesterday or -14d`, null);
  const from = startOfDay(span.from);
  const until = startOfDay(span.until);
  const timeOf = times[key] ?? (() => null);
  return (subject) => {
    const time = timeOf(subject);
    return time !== null && holds(compare, time < from ? -1 : time >= until ? 1 : 0);
  };
}

const times: Readonly<Record<string, (subject: QuerySubject) => string | null>> = {
  created: ({ createdAt }) => createdAt,
  committed: ({ committedAt }) => committedAt,
  started: ({ startedAt }) => startedAt,
  done: ({ doneAt }) => doneAt,
  moved: ({ movedAt }) => movedAt,
};

/** The date that it is for whom asks: the latest of the three around the UTC date that has begun. */
function today(now: string, startOfDay: QueryContext['startOfDay']): string {
  const around = [1, 0, -1].map((days) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10));
  return around.find((date) => startOfDay(date) <= now) ?? now.slice(0, 10);
}

function ageMatch({ text, compare }: QueryValue, { now }: QueryContext): Matches | ValueFault {
  const days = spanDays(text);
  if (days === null) return unknown(`“${text}” is no length of time. Write 14d, 2w, 3m or 1y`, null);
  return ({ createdAt }) => holds(compare, wholeDays(createdAt, now) - days);
}

/** `difference`: the subject's minus the wanted. */
function holds(compare: QueryCompare, difference: number): boolean {
  switch (compare) {
    case '':
      return difference === 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      return compare satisfies never;
  }
}

function unknown(fault: string, fix: string | null): ValueFault {
  return { fault, fix };
}
