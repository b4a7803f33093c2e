// The problem check against people's labels, as `methods.md` 3 asks for it: as shipped, and with its thresholds fitted on other backlogs only.
import { checkText } from '@shortlist/domain/check/check-text.ts';
import { storyClasses, type StoryClass } from '@shortlist/domain/check/check-finding.ts';
import { type LabelledStory, readLabelledStories } from './labelled-stories.ts';
import type { Row } from './row.ts';
import { keywordClass, macroF1, majorityOf, scoreOf, type Guess } from './story-score.ts';

/** The backlogs whose rows were read while rules were written, fixed before the first rule: every second one by name (ADR 0019). All others are kept back. */
const READ_WHILE_WRITING = new Set(['g02', 'g04', 'g08', 'g11', 'g13', 'g16', 'g18', 'g21', 'g23', 'g25', 'g27']);

/** What may be fitted: three numbers. */
type Fit = { readonly solution: number; readonly form: number; readonly mild: number };
const fits: readonly Fit[] = [1.5, 2, 2.5, 3].flatMap((solution) =>
  [2.5, 3, 3.5].flatMap((form) => [0.5, 1].map((mild) => ({ solution, form, mild }))),
);

type Judged = {
  readonly story: LabelledStory;
  readonly shipped: StoryClass;
  readonly benefit: string;
  readonly rules: readonly string[];
  readonly form: number;
  /** the sum of rules that weigh 1 or less, and that of all others */
  readonly mild: number;
  readonly strong: number;
};

/** No rows where the folder has no stories. */
export function storyRows(dataFolder: string): Row[] {
  const stories = readLabelledStories(dataFolder);
  if (stories.length === 0) return [];
  const judged = stories.map(judge);
  const shipped = judged.map(({ story, shipped: said }) => ({ story, said }));
  const crossed = crossValidated(judged);
  const keptBack = shipped.filter(({ story }) => !READ_WHILE_WRITING.has(story.backlog));
  return [
    ...classRows('stories.shipped', shipped),
    ...classRows('stories.crossValidated', crossed),
    ...classRows('stories.keptBack', keptBack),
    benefitRow(judged),
    ...ruleRows(judged),
    timeRow(stories),
  ];
}

function judge(story: LabelledStory): Judged {
  const check = checkText(story.text);
  const loudest = new Map<string, number>();
  for (const { rule, family, weight } of check.findings)
    if (family === 'solution') loudest.set(rule, Math.max(loudest.get(rule) ?? 0, weight));
  const weights = [...loudest.values()];
  return {
    story,
    shipped: check.class,
    benefit: check.benefit,
    rules: [...new Set(check.findings.map(({ rule }) => rule))],
    form: check.form,
    mild: sum(weights.filter((weight) => weight <= 1)),
    strong: sum(weights.filter((weight) => weight > 1)),
  };
}

function crossValidated(judged: readonly Judged[]): Guess[] {
  const backlogs = new Set(judged.map(({ story }) => story.backlog));
  return [...backlogs].flatMap((backlog) => {
    const fit = bestFit(judged.filter(({ story }) => story.backlog !== backlog));
    return judged
      .filter(({ story }) => story.backlog === backlog)
      .map((one) => ({ story: one.story, said: classWith(one, fit) }));
  });
}

function bestFit(judged: readonly Judged[]): Fit {
  let best: Fit = { solution: 2, form: 3, mild: 1 };
  let bestScore = -1;
  for (const fit of fits) {
    const score = macroF1(judged.map((one) => ({ story: one.story, said: classWith(one, fit) })));
    if (score > bestScore) [best, bestScore] = [fit, score];
  }
  return best;
}

function classWith({ form, strong, mild }: Judged, fit: Fit): StoryClass {
  if (form >= fit.form) return 'malformed';
  return strong + mild * fit.mild >= fit.solution ? 'solution' : 'problem';
}

function classRows(name: string, guesses: readonly Guess[]): Row[] {
  const sure = guesses.filter(({ story }) => story.sure);
  const solution = scoreOf(guesses, 'solution');
  const malformed = scoreOf(guesses, 'malformed');
  return [
    { ...figure(`${name}.macroF1`, macroF1(guesses), 0.75), peer: peersOf(guesses) },
    { ...figure(`${name}.sure.macroF1`, macroF1(sure), 0.8), peer: peersOf(sure) },
    figure(`${name}.solution.precision`, solution.precision, 0.75),
    figure(`${name}.solution.recall`, solution.recall),
    figure(`${name}.solution.f1`, solution.f1, 0.7),
    figure(`${name}.needsRewriting.precision`, malformed.precision),
    figure(`${name}.needsRewriting.recall`, malformed.recall),
    figure(`${name}.needsRewriting.f1`, malformed.f1),
    { name: `${name}.stories`, value: guesses.length, unit: 'stories' },
  ];
}

function peersOf(guesses: readonly Guess[]): string {
  const majority = majorityOf(guesses.map(({ story }) => story.label));
  const always = macroF1(guesses.map(({ story }) => ({ story, said: majority })));
  const keywords = macroF1(guesses.map(({ story }) => ({ story, said: keywordClass(story.text) })));
  return `always ${majority} ${hundredth(always)}, 14 keywords ${hundredth(keywords)}`;
}

function benefitRow(judged: readonly Judged[]): Row {
  const isNone = judged.map(({ story, benefit }) => ({ is: story.why === 'none', said: benefit === 'none' }));
  const both = isNone.filter(({ is, said }) => is && said).length;
  const either = isNone.filter(({ is, said }) => is || said).length;
  return figure('stories.benefitNone.f1', either === 0 ? 1 : (2 * both) / (both + either));
}

/** How often a story in which a rule spoke up is of the class that the rule speaks for, on every row of the folder. */
function ruleRows(judged: readonly Judged[]): Row[] {
  const rules = [...new Set(judged.flatMap(({ rules: its }) => its))].toSorted();
  return rules.map((rule) => {
    const spoke = judged.filter(({ rules: its }) => its.includes(rule)).map(({ story }) => story.label);
    const shares = storyClasses.map((label) => `${spoke.filter((one) => one === label).length} ${label}`).join(', ');
    const wrong = spoke.filter((label) => label === 'problem').length;
    return { name: `stories.rule.${rule}.precision`, value: hundredth(1 - wrong / spoke.length), unit: 'share', peer: shares };
  });
}

/** CPU time of this process, best of five rounds over all stories. */
function timeRow(stories: readonly LabelledStory[]): Row {
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (const { text } of stories) checkText(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / stories.length;
  });
  const value = Math.round(Math.min(...rounds) * 1000) / 1000;
  return { name: 'stories.check.cpuMs', value, unit: 'ms a story', bar: '< 1', met: value < 1 };
}

function figure(name: string, value: number, bar?: number): Row {
  const shown = Math.round(value * 1000) / 1000;
  return { name, value: shown, unit: 'share', ...(bar === undefined ? {} : { bar: `≥ ${bar}`, met: shown >= bar }) };
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
