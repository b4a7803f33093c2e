/** The check of a story that is one text: takes it apart, checks the parts, and says where in the text each finding is. */
import type { CheckKnowledge, Finding, StoryCheck } from './check-finding.ts';
import { checkStory, nothingKnown } from './check-story.ts';
import { parseStory, type StoryParts } from './check-template.ts';

export interface TextCheck extends StoryCheck {
  readonly parts: StoryParts;
}

/** Lines that begin with a dash, a star or a number are acceptance criteria; what stands before them is the story. Spans count in the whole text. */
export function checkText(text: string, knowledge: CheckKnowledge = nothingKnown): TextCheck {
  const { story, criteria } = withoutCriteria(text);
  const parts = parseStory(story);
  const check = checkStory(
    {
      persona: parts.persona.text,
      need: parts.need.text,
      benefit: parts.benefit.text,
      criteria: criteria.map(({ id, text: said }) => ({ id, text: said })),
    },
    knowledge,
  );
  const starts = new Map(criteria.map(({ id, start }) => [id, start]));
  const findings = check.findings.map((finding) => moved(finding, startOf(finding, parts, starts)));
  return { ...check, findings, parts };
}

function startOf(finding: Finding, parts: StoryParts, criteria: ReadonlyMap<string, number>): number {
  if (finding.criterionId !== null) return criteria.get(finding.criterionId) ?? 0;
  if (finding.field === 'persona') return parts.persona.start;
  return finding.field === 'benefit' ? parts.benefit.start : parts.need.start;
}

function moved(finding: Finding, by: number): Finding {
  const { start, end } = finding.span;
  return start === end ? finding : { ...finding, span: { start: start + by, end: end + by } };
}

/** As many as `story.check` takes. */
const mostCriteria = 200;

const criterionLine = /^[ \t]*(?:[-*+•]|\d{1,3}[.)]|AC-?\d{1,3}:?)[ \t]+(?=\S)/i;

function withoutCriteria(text: string): { story: string; criteria: { id: string; text: string; start: number }[] } {
  const criteria: { id: string; text: string; start: number }[] = [];
  let at = 0;
  let story = '';
  for (const line of text.slice(0, 20_000).split('\n')) {
    const mark = criterionLine.exec(line)?.[0];
    if (mark === undefined || criteria.length === mostCriteria || story.trim() === '') {
      // Blanks of the same length keep the places of what comes after a criterion.
      story += `${line}\n`;
    } else {
      criteria.push({ id: `AC-${criteria.length + 1}`, text: line.slice(mark.length).trimEnd(), start: at + mark.length });
      story += `${' '.repeat(line.length)}\n`;
    }
    at += line.length + 1;
  }
  return { story: story.trimEnd(), criteria };
}
