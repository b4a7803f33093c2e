/** Finds the first sentence a person wrote in the Markdown of an issue, past the scaffolding of issue templates. */
import { cutAtWord } from './imported-text.ts';

/** More than any template takes; keeps the work on a hostile body small. */
const searchedLength = 20_000;

/** Endings that look like the end of a sentence and are none. */
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|resp|approx|incl|fig|sec|nr?o?|mr|mrs|dr|st)|\b\p{L})\.$/iu;

/**
 * One plain line of at most `max` characters, or null where nothing but code, quotes, pictures, headings, links or tables
 * is left. Takes time linear in the first 20,000 characters.
 */
export function firstSentence(markdown: string, max: number): string | null {
  for (const paragraph of paragraphs(withoutComments(markdown.slice(0, searchedLength)))) {
    const plain = withoutMarkup(paragraph, shortAddress);
    // A paragraph of nothing but an address says nothing that the link to the issue does not.
    const words = withoutMarkup(paragraph, () => '');
    if (/\p{L}{2}/u.test(words) && !isPlaceholder(plain)) return cutAtWord(sentenceOf(plain), max);
  }
  return null;
}

function withoutComments(text: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    if (start === -1) return kept + text.slice(at);
    kept += text.slice(at, start);
    const end = text.indexOf('-->', start + 4);
    // GitHub shows nothing of what follows a comment that is not closed.
    if (end === -1) return kept;
    at = end + 3;
  }
}

/** The text of each paragraph and list item that a person may have written, in order, each on one line. */
function paragraphs(text: string): string[] {
  const found: string[] = [];
  let current: string[] = [];
  let fence: string | null = null;
  const finish = () => {
    if (current.length > 0) found.push(current.join(' '));
    current = [];
  };
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const fenceMark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (fenceMark?.startsWith(fence) && line.trim() === fenceMark) fence = null;
    } else if (fenceMark !== undefined) {
      finish();
      fence = fenceMark;
    } else if (/^ {0,3}(=+|-+) *$/.test(line)) {
      // Underlines the heading that was taken for a paragraph.
      current = [];
    } else if (isScaffolding(line) || (current.length === 0 && /^(?: {4}|\t)/.test(line))) {
      finish();
    } else {
      const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s*)?(.*)$/.exec(line);
      if (item !== null) finish();
      current.push((item?.[1] ?? line).trim());
    }
  }
  finish();
  return found;
}

function isScaffolding(line: string): boolean {
  const text = line.trim();
  return (
    text === '' ||
    // Headings, quotes, tables, rules.
    /^(?:#{1,6}(?:\s|$)|>|\||[-*_]{3,}$)/.test(text) ||
    // A whole line in bold, or ending in a colon and not a sentence, is a template's heading.
    /^(?:\*\*[^*]+\*\*|__[^_]+__):?$/.test(text) ||
    /^[^.!?,;]{1,40}:$/.test(text) ||
    // A tag or a definition of a link or of a footnote.
    /^<[^>]*>$/.test(text) ||
    /^\[[^\]]+\]:/.test(text)
  );
}

/** Boxes to tick, which say something of the form and not of the problem, and what forms write where nothing was filled in. */
function isPlaceholder(plain: string): boolean {
  return /^(?:no response|n\/?a|none|i have (?:searched|read|checked)\b.*|i(?:'|’)ve (?:searched|read|checked)\b.*)\.?$/i.test(
    plain,
  );
}

function withoutMarkup(paragraph: string, showAddress: (address: string) => string): string {
  return paragraph
    .replaceAll(/!\[[^[\]]*\](?:\([^()\s]*\)|\[[^[\]]*\])/g, ' ')
    .replaceAll(/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replaceAll(/<(https?:[^<>\s]*)>/g, '$1')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, ' ')
    .replaceAll(/https?:\/\/[^\s<>)\]]+/g, (address) => showAddress(address))
    .replaceAll(/`+/g, '')
    .replaceAll(/(\*\*|__|~~)(?=\S)/g, '')
    .replaceAll(/(?<=\S)(\*\*|__|~~)/g, '')
    .replaceAll(/(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*])/g, '')
    .replaceAll(/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? ' ')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** In a line of context the host of an address is enough. */
function shortAddress(address: string): string {
  const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(address)?.[1] ?? '';
  const ending = /[.,;:!?]+$/.exec(address)?.[0] ?? '';
  return `${host}${ending}`;
}

function sentenceOf(plain: string): string {
  const end = /[.!?…]["'”’)]*(?=\s)|[。！？]/gu;
  for (let match = end.exec(plain); match !== null; match = end.exec(plain)) {
    const sentence = plain.slice(0, end.lastIndex);
    // A greeting is no sentence worth a line; an abbreviation does not end one, nor does a small letter follow an end.
    const isShort = /^\S+(?:\s\S+)?$/.test(sentence) && !/[。！？]$/u.test(sentence);
    if (!isShort && !abbreviation.test(sentence.slice(-12)) && !/^\s\p{Ll}/u.test(plain.slice(end.lastIndex, end.lastIndex + 3)))
      return sentence;
  }
  return plain;
}
