/** A check as lines of plain text, for a terminal or a mail. */
import type { Finding, StoryClass } from './check-finding.ts';

type SaidFinding = Pick<Finding, 'field' | 'criterionId' | 'words' | 'why' | 'question' | 'note' | 'dismissed'>;

const classWords: Readonly<Record<StoryClass, string>> = {
  problem: 'States a problem.',
  solution: 'Prescribes a solution.',
  malformed: 'Cannot be reviewed as one need of somebody.',
};

const fieldWords: Readonly<Record<Finding['field'], string>> = {
  persona: 'persona',
  need: 'need',
  benefit: 'benefit',
  problem: 'problem text',
  criterion: 'criterion',
};

/** The verdict, then two lines for each finding that was not set aside. */
export function checkLines(check: { readonly class: StoryClass; readonly findings: readonly SaidFinding[] }): string[] {
  const open = check.findings.filter(({ dismissed }) => !dismissed);
  return [classWords[check.class], ...(open.length === 0 ? ['Nothing to remark.'] : open.flatMap(findingLines))];
}

function findingLines({ field, criterionId, words, why, question, note }: SaidFinding): string[] {
  const place = criterionId?.startsWith('AC-') === true ? criterionId : fieldWords[field];
  const quoted = words === '' ? place : `${place}, “${shown(words)}”`;
  return ['', `${quoted}: ${why}`, `  ${question}`, ...(note === null ? [] : [`  ${note}`])];
}

/** Without what a terminal would act upon. */
function shown(words: string): string {
  return words.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
