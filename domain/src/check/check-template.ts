/** Takes a story written in one sentence apart: who, what they need, why. Knows the common templates and nothing else. */

export interface TemplatePart {
  readonly text: string;
  /** Where the part begins in the whole text. */
  readonly start: number;
}

export interface StoryParts {
  readonly persona: TemplatePart;
  readonly need: TemplatePart;
  readonly benefit: TemplatePart;
  /** False where no template fitted; the whole text is then the need. */
  readonly parsed: boolean;
}

const role = /^[\s"'*_-]*as (?:an? |the |some )?/i;
const wantAfterRole =
  /(?:,|:|;|\s)\s*(?:then )?(?:(?:i|we|they|he|she|it|you)(?: |(?=['’])))?(?:(?:want|wants|need|needs|wish|would like|['’]d like|should|must|can|could|am|are|may|will)\b|['’]?m able to|['’]d like)/i;
const wantLead =
  /^(?:(?:want|wants|need|needs|wish|would like|['’]d like|should|must|can|could|am|are|may|will)\s*(?:to )?|['’]?m )(?:(?:to )?be able to |able to |(?:to )?have the (?:ability|possibility|option|opportunity) (?:to|of) |(?:to )?be (?=quickly|easily))?/i;
const because =
  /[\s,;.]+(?:so[ -]?that|(?<=[,;.] ?)so(?= \w)|so(?= (?:i|we|they|he|she|it|my|our|you|your|people|users|others?|the|no|nobody|no one|everyone|everybody|all|each|every)\b)|in order (?:to|that)|in such a way that|such that|because|since (?=i\b|we\b)|thereby|which (?:lets|allows|enables|helps))\b[,:]?\s*/i;
const inOrderFirst = /^\s*(?:in order (?:to|that)|to|so that)\s+(.{3,400}?),\s*(?=as (?:an?|the)?\b)/is;
const jobStory = /^\s*when (.{3,400}?),\s*(?=(?:i|we) (?:want|need|would like)\b)/is;
const guided = /^\s*(.{2,120}?)\s+(?:is|are) trying to\s+/is;
const subjectWants =
  /^\s*((?:an? |the |every |each )?[\w/' -]{2,60}?)\s+(?:wants?|needs?|should be able|would like|must be able|can)\s+(?:to\s+)?/i;

/** A purpose inside the need: `…, to quickly find it`, `to reduce duration`, `for reporting`. Verbs that name an end, not an act. */
const purpose =
  /(?:,\s*to (?:\w+ly )?(?=\w)|(?<=\w[\w)] )to (?=(?:\w+ly )?(?:avoid|ensure|reduce|prevent|improve|save|help|increase|find out|determine (?!if|whether)|minimi[sz]e|maximi[sz]e|locate|motivate|support|speed|confirm|keep track|better|protect|understand|see (?:if|whether|what|how|who)|make (?:sure|it|them)))|just in case )/i;

/** Reads at most the first 4,000 characters; takes time linear in them. */
export function parseStory(whole: string): StoryParts {
  const text = whole.slice(0, 4000);
  const ordered = inOrderFirst.exec(text);
  const from = ordered === null ? 0 : ordered[0].length;
  const parts = afterRole(text, from) ?? otherTemplates(text);
  if (parts === null) return { persona: none, need: trimmed(text, 0, text.length), benefit: none, parsed: false };
  if (ordered === null) return parts;
  const start = text.indexOf(ordered[1] ?? '');
  return { ...parts, benefit: { text: (ordered[1] ?? '').trim(), start } };
}

const none: TemplatePart = { text: '', start: 0 };

function afterRole(text: string, from: number): StoryParts | null {
  const lead = role.exec(text.slice(from));
  if (lead === null) return null;
  const personaStart = from + lead[0].length;
  const rest = text.slice(personaStart);
  const want = wantAfterRole.exec(rest);
  if (want === null) return null;
  // A name of several clauses is no role: the want lies too far away to be its.
  if (want.index > 160) return null;
  const verb = /(?:want|need|wish|would|['’]d|should|must|can|could|am|are|may|will|['’]?m)\w*/i.exec(want[0]);
  const needStart = personaStart + want.index + (verb?.index ?? want[0].length);
  return split(text, trimmed(text, personaStart, personaStart + want.index), needStart);
}

function otherTemplates(text: string): StoryParts | null {
  const sentence = guided.exec(text);
  if (sentence !== null) return split(text, trimmed(text, 0, (sentence[1] ?? '').length), sentence[0].length);
  const job = jobStory.exec(text);
  if (job !== null) return split(text, none, job[0].length + 2);
  const subject = subjectWants.exec(text);
  if (subject === null) return null;
  return split(text, trimmed(text, 0, (subject[1] ?? '').length), subject[0].length);
}

function split(text: string, persona: TemplatePart, wantStart: number): StoryParts {
  const lead = wantLead.exec(text.slice(wantStart));
  const needStart = wantStart + (lead?.[0].length ?? 0);
  const rest = text.slice(needStart);
  const reason = because.exec(rest) ?? innerPurpose(rest);
  if (reason === null) return { persona, need: trimmed(text, needStart, text.length), benefit: none, parsed: true };
  const benefitStart = needStart + reason.index + reason[0].length;
  return {
    persona,
    need: trimmed(text, needStart, needStart + reason.index),
    benefit: trimmed(text, benefitStart, text.length),
    parsed: true,
  };
}

/** Not in the first three words, where `to find` is the want itself. */
function innerPurpose(need: string): RegExpExecArray | null {
  const found = purpose.exec(need);
  if (found === null) return null;
  return need.slice(0, found.index).trim().split(/\s+/).length >= 3 ? found : null;
}

function trimmed(text: string, from: number, to: number): TemplatePart {
  const part = text.slice(from, to);
  const lead = /^[\s,;:]*/.exec(part)?.[0].length ?? 0;
  return { text: part.slice(lead).replace(/[\s,;:]+$/, ''), start: from + lead };
}
