/** Whether a benefit says more than the need: stated, weak (the need again, or nothing that could be told from any other) or none. */
import type { BenefitKind } from './check-finding.ts';

/** Share of the benefit's own words that the need has already said, from which on it repeats the need. */
const REPEATS_FROM = 0.6;

const stop = new Set(
  'a an the i we you they he she it my our your their his her its me us them to of in on at by for from with and or that this these those is are was were be been being can could will would may might should must do does did have has had so as if when how what which who than then there not no more also able able want need get'.split(
    ' ',
  ),
);

/** Acts that say the same of the same thing. */
const sameActs: readonly (readonly string[])[] = [
  ['view', 'see', 'look', 'read', 'browse', 'show', 'display', 'access', 'watch'],
  ['find', 'search', 'locate', 'discover', 'query', 'lookup'],
  ['edit', 'update', 'change', 'modify', 'alter', 'correct', 'revise'],
  ['delete', 'remove', 'drop', 'clear'],
  ['add', 'create', 'make', 'insert', 'enter', 'upload', 'submit'],
  ['manage', 'handle', 'control', 'track', 'administer', 'monitor', 'maintain'],
  ['get', 'obtain', 'receive', 'download', 'retrieve'],
  ['know', 'understand', 'learn', 'informed', 'aware'],
  ['use', 'start', 'join', 'participate'],
];

const empty =
  /^(?:(?:i|we|it|they|users?|people|the \w+) )?(?:(?:can|could|will|am|feel|is|are|it's|am able to) )?(?:be )?(?:(?:more |better )?(?:easi(?:er|ly)|efficient(?:ly)?|convenient(?:ly)?|better|happy|productive)|(?:manage|work|use (?:it|the \w+)) (?:it )?(?:more |better |easily)?(?:efficiently|effectively|easily|better|conveniently)?|(?:it )?(?:is|be) easier (?:to use|for me)|(?:(?:more |better )?(?:conveniently|easily) )?(?:start )?us(?:e|ing) the (?:application|website|site|system|app)|participate|do my (?:job|work)|it works|improve the (?:system|experience))[.! ]*$/i;

export function benefitOf(need: string, benefit: string): BenefitKind {
  const reason = benefit.trim();
  if (!/\p{L}{2}/u.test(reason)) return 'none';
  if (empty.test(reason)) return 'weak';
  const said = new Set(contentWords(need).map(actOf));
  const own = contentWords(reason);
  const ownActs = own.map(actOf);
  if (ownActs.length === 0) return 'weak';
  const repeated = ownActs.filter((word) => said.has(word)).length;
  return repeated / ownActs.length >= REPEATS_FROM ? 'weak' : 'stated';
}

function contentWords(text: string): string[] {
  const found =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.filter((word) => !stop.has(word)).map(stem);
}

/** Plurals and the commonest endings only: enough to see `estimates` in `estimate`. */
function stem(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|ly)$/, '');
}

const actNames = new Map(sameActs.flatMap((group) => group.map((word) => [stem(word), group[0] ?? word] as const)));

function actOf(word: string): string {
  return actNames.get(word) ?? word;
}
