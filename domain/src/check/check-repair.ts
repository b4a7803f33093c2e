/** Takes a how out of a sentence, so that it can become a criterion. */
import type { Finding, Span } from './check-finding.ts';

/** Words that only hang a how onto the sentence; they go with it. */
const hangs =
  /(?:[\s,;]*\b(?:with|by|via|using|through|in|on|at|as|into|from|of|and|the|an?|its|their|some|that|which|means|clicking|way|help))+\s*$/i;
/** `with a large red`: what leads to the head of a how, where that does not begin with a preposition of its own. */
const leads = /[\s,;]*\b(?:with|by|via|using|through|in|on|at|as|into) (?:an?|the|its|their|some|one) (?:[\w-]+ ){0,2}$/i;
const beginsItself = /^(?:with|by|via|using|through|in|on|at|as|into|from|of|to|next|above|below|near|before|after)\b/i;
/** What may lie between two findings that are one how. */
const joins =
  /^[\s,]*(?:(?:in|on|at|of|with|to|for|from|the|an?|and|that|says|labelled|each|every|its|their|[a-z]+ed)[\s,]*){0,5}$/i;
/** Fewer words than these are no need any more. */
const leastWords = 3;

export interface Taken {
  /** The sentence without the how; as it was where nothing would be left of it. */
  readonly rest: string;
  /** The how as a sentence of its own. */
  readonly criterion: string;
  /** False where the sentence is nothing but the how, and has to be said anew. */
  readonly isRestEnough: boolean;
}

/** `findings`: those of the same text; the ones that hang together with `finding` are taken out with it. */
export function takeOut(text: string, finding: Pick<Finding, 'span'>, findings: readonly Pick<Finding, 'span'>[]): Taken {
  const span = whole(
    text,
    finding.span,
    findings.map((one) => one.span).toSorted((a, b) => a.start - b.start),
  );
  const before = text.slice(0, span.start);
  const own = text.slice(span.start, span.end);
  const lead = (beginsItself.test(own) ? null : leads.exec(before)?.[0]) ?? hangs.exec(before)?.[0] ?? '';
  const how = `${lead}${own}`
    .replace(/^[\s,;]+/, '')
    .replace(/^(?:and|that|which) /i, '')
    .trim();
  const rest = `${before.slice(0, before.length - lead.length)} ${text.slice(span.end)}`
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .replace(/[,;\s]+$/, '')
    .trim();
  const isRestEnough = rest.split(' ').length >= leastWords;
  return { rest: isRestEnough ? rest : text, criterion: asSentence(how), isRestEnough };
}

/** As `takeOut`, of a text of many lines: only the line of the finding changes. A finding never goes over a line's end. */
export function takeOutOfLine(text: string, finding: Pick<Finding, 'span'>, findings: readonly Pick<Finding, 'span'>[]): Taken {
  const start = text.lastIndexOf('\n', finding.span.start - 1) + 1;
  const next = text.indexOf('\n', finding.span.start);
  const end = next === -1 ? text.length : next;
  const within = ({ span }: Pick<Finding, 'span'>) => ({
    span: { start: span.start - start, end: Math.min(span.end, end) - start },
  });
  const own = findings.filter(({ span }) => span.start >= start && span.start < end).map(within);
  const taken = takeOut(text.slice(start, end), within(finding), own);
  return { ...taken, rest: text.slice(0, start) + taken.rest + text.slice(end) };
}

function whole(text: string, { start, end }: Span, spans: readonly Span[]): Span {
  let from = start;
  let to = end;
  for (const span of spans.toReversed()) if (span.end <= from && joins.test(text.slice(span.end, from))) from = span.start;
  for (const span of spans) if (span.start >= to && joins.test(text.slice(to, span.start))) to = span.end;
  return { start: from, end: to };
}

function asSentence(how: string): string {
  const sentence = how.charAt(0).toUpperCase() + how.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
