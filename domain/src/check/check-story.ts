/** The problem check: advice on a story, never a lock. One pure function, the same on the server, in a terminal and while typing. */
import { dismissalKey } from './dismissal-key.ts';
import { benefitOf } from './check-benefit.ts';
import type {
  BenefitKind,
  CheckedField,
  CheckedStory,
  CheckKnowledge,
  Finding,
  Span,
  StoryCheck,
  StoryClass,
} from './check-finding.ts';
import { developerPersona, formRules, genericPersona, teamPersona } from './check-form-rules.ts';
import { hintHits } from './check-hints.ts';
import { lessonsOf, type Lessons } from './check-lessons.ts';
import { findSpans, smallLetters, type PatternRule } from './check-pattern.ts';
import { solutionRules } from './check-solution-rules.ts';
import { ruleWords, type RuleId } from './check-words.ts';

/** Sums from which a story is called what it is called; see ADR 0019. */
const thresholds = { solution: 2, form: 3 } as const;

/** Longer fields are checked so far and no further: the check is to stay within a frame. */
const checkedLength = 20_000;

/** A rule that has spoken so often in one field is silent from there on: enough was said. */
const mostOfRule = 40;

/** A criterion may say how: half of what the same words weigh in the need. */
const criterionFactor = 0.5;

/** A person's own format or surroundings is context, not a solution. */
const ownInput = 0.5;
const takesIn =
  /^(?:batch |bulk )?(?:import|upload|ingest|deposit|submit|load|read|open|translat|convert|migrat|transform|accept|attach|view\/upload)\w*\b/;
const asMeans = /\b(?:via|using|through|by|with) (?:an? |the )?$/;
const fromIt = /\b(?:from|my|our|their|existing|old|legacy) (?:[\w-]+ ){0,3}$/;

export const nothingKnown: CheckKnowledge = { glossary: [], dismissals: {} };

interface Place {
  readonly field: CheckedField;
  readonly criterionId: string | null;
  readonly text: string;
  readonly small: string;
  readonly factor: number;
}

interface Hit {
  readonly rule: RuleId;
  readonly place: Place;
  readonly span: Span;
  readonly weight: number;
}

export function checkStory(story: CheckedStory, knowledge: CheckKnowledge = nothingKnown): StoryCheck {
  const benefit = benefitOf(story.need, story.benefit);
  const need = placeOf('need', story.need);
  const reason = placeOf('benefit', story.benefit);
  const hits: Hit[] = [
    ...personaHits(placeOf('persona', story.persona)),
    ...needHits(need, benefit),
    ...benefitHits(reason, benefit),
    ...hintHits(story).map(({ rule, span }) => ({ rule, span, place: need, weight: 0 })),
    ...solutionHits(placeOf('problem', story.problem ?? '')),
    ...(story.criteria ?? []).flatMap(({ id, text }) =>
      solutionHits({ ...placeOf('criterion', text), criterionId: id, factor: criterionFactor }),
    ),
  ];
  const lessons = lessonsOf(knowledge);
  const dismissed = new Set((story.dismissed ?? []).map(({ rule, words }) => dismissalKey(rule, words)));
  const findings = apart(hits)
    .map((hit) => findingOf(hit, lessons))
    .map((finding) => ({ ...finding, dismissed: dismissed.has(dismissalKey(finding.rule, finding.words)) }))
    .toSorted(inReadingOrder);
  const solution = sumOf(findings, 'solution');
  const form = sumOf(findings, 'form');
  return { class: classOf(solution, form), benefit, solution, form, findings };
}

function classOf(solution: number, form: number): StoryClass {
  if (form >= thresholds.form) return 'malformed';
  return solution >= thresholds.solution ? 'solution' : 'problem';
}

function placeOf(field: CheckedField, whole: string): Place {
  const text = whole.slice(0, checkedLength);
  return { field, criterionId: null, text, small: smallLetters(text), factor: 1 };
}

/** An empty span stands for the whole field. */
function fieldHit(rule: RuleId, place: Place, weight: number): Hit {
  return { rule, place, span: { start: 0, end: 0 }, weight };
}

function personaHits(place: Place): Hit[] {
  if (place.small.trim() === '') return [fieldHit('no-role', place, 3)];
  const team = findSpans(place.small, teamPersona, mostOfRule);
  if (team.length > 0) return team.map((span) => ({ rule: 'team-persona', place, span, weight: 1.5 }));
  const developer = findSpans(place.small, developerPersona, mostOfRule);
  if (developer.length > 0) return developer.map((span) => ({ rule: 'developer-persona', place, span, weight: 1 }));
  if (!genericPersona.test(place.small.trim())) return [];
  return [{ rule: 'generic-persona', place, span: { start: 0, end: place.text.length }, weight: 0 }];
}

function needHits(place: Place, benefit: BenefitKind): Hit[] {
  if (place.small.trim() === '') return [fieldHit('no-need', place, 3)];
  const form = formRules.flatMap((rule) => ruleHits(rule, place));
  // A real benefit tells which of the many needs is meant.
  const isTold = benefit === 'stated';
  return [
    ...solutionHits(place).map((hit) => inContext(hit)),
    ...form.map((hit) =>
      isTold && (hit.rule === 'epic-verb' || hit.rule === 'vague-thing') ? { ...hit, weight: hit.weight / 2 } : hit,
    ),
  ];
}

function inContext(hit: Hit): Hit {
  if (hit.rule !== 'technology' && hit.rule !== 'identifier') return hit;
  const { small } = hit.place;
  const before = small.slice(0, hit.span.start);
  if (asMeans.test(before)) return hit;
  return takesIn.test(small) || fromIt.test(before) ? { ...hit, weight: ownInput } : hit;
}

function benefitHits(place: Place, benefit: BenefitKind): Hit[] {
  if (benefit === 'none') return [fieldHit('no-benefit', place, 1)];
  const how = solutionRules.filter((rule) => rule.weight >= 2.5).flatMap((rule) => ruleHits(rule, place));
  const chores = formRules.filter(({ rule }) => rule === 'chore-thing').flatMap((rule) => ruleHits(rule, place));
  const hits: Hit[] = [
    ...how.map((hit): Hit => ({ ...hit, rule: 'how-in-benefit', weight: 0.5 })),
    ...chores.map((hit): Hit => ({ ...hit, rule: 'chore-in-benefit', weight: 1 })),
  ];
  return benefit === 'weak' ? [...hits, fieldHit('weak-benefit', place, 1)] : hits;
}

function solutionHits(place: Place): Hit[] {
  return place.text === '' ? [] : solutionRules.flatMap((rule) => ruleHits(rule, place));
}

function ruleHits(rule: PatternRule, place: Place): Hit[] {
  if (rule.wantOnly === true && place.field !== 'need') return [];
  const text = rule.asWritten === true ? place.text : place.small;
  const spans = findSpans(text, rule.pattern, mostOfRule).filter(
    ({ start, end }) =>
      !(rule.unlessAfter?.test(text.slice(Math.max(0, start - 40), start)) ?? false) &&
      !(rule.unlessBefore?.test(text.slice(end, end + 30)) ?? false),
  );
  return spans.map((span, index) => ({
    rule: rule.rule,
    place,
    span,
    weight: index > 0 && rule.again !== undefined ? rule.weight + rule.again : rule.weight,
  }));
}

/** Where findings of a family overlap, the heaviest stays. */
function apart(hits: readonly Hit[]): Hit[] {
  const byPlace = Map.groupBy(hits, ({ place, rule }) => `${place.field} ${place.criterionId} ${ruleWords[rule].family}`);
  return [...byPlace.values()].flatMap(apartInPlace);
}

function apartInPlace(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => b.weight - a.weight)) {
    const isCovered = kept.some((other) => other.span.start < hit.span.end && hit.span.start < other.span.end);
    if (!isCovered) kept.push(hit);
  }
  return kept;
}

function findingOf({ rule, place, span, weight }: Hit, lessons: Lessons): Omit<Finding, 'dismissed'> {
  const { family, name, why, question, repair } = ruleWords[rule];
  const words = place.text.slice(span.start, span.end);
  const { factor, note } = lessons(rule, family, words);
  return {
    rule,
    name,
    family,
    field: place.field,
    criterionId: place.criterionId,
    span,
    words,
    weight: weight * place.factor * factor,
    why,
    question,
    note,
    repair: place.field === 'criterion' && repair === 'to-criteria' ? null : repair,
  };
}

/** Each rule counts once, as loud as it spoke loudest: a long text is not a worse one. */
function sumOf(findings: readonly Finding[], family: Finding['family']): number {
  const loudest = new Map<string, number>();
  for (const { rule, family: its, weight, dismissed } of findings)
    if (its === family && !dismissed) loudest.set(rule, Math.max(loudest.get(rule) ?? 0, weight));
  return [...loudest.values()].reduce((sum, weight) => sum + weight, 0);
}

const fieldOrder: Readonly<Record<CheckedField, number>> = { persona: 0, need: 1, benefit: 2, problem: 3, criterion: 4 };

/** The criteria keep their own order: the sort is stable. */
function inReadingOrder(a: Finding, b: Finding): number {
  const byField = fieldOrder[a.field] - fieldOrder[b.field];
  if (byField !== 0 || a.criterionId !== b.criterionId) return byField;
  return a.span.start - b.span.start;
}
