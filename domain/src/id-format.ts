/** The written form of ids and handles. No schemas here: the browser reads this file. */

export const idPrefixes = {
  workspace: 'wsp',
  member: 'mem',
  contact: 'con',
  team: 'team',
  idea: 'idea',
  review: 'rev',
  persona: 'per',
  story: 'sto',
  task: 'tsk',
  criterion: 'ac',
  question: 'que',
  finding: 'fnd',
  link: 'lnk',
  text: 'txt',
  evidence: 'evd',
  attachment: 'att',
  comment: 'com',
  notice: 'ntc',
  following: 'fol',
  label: 'lab',
  mail: 'mail',
  term: 'trm',
  dismissal: 'dis',
  import: 'imp',
  view: 'view',
  login: 'log',
  session: 'ses',
  invitation: 'inv',
  token: 'tok',
  environment: 'env',
  environmentKey: 'key',
  tryLink: 'try',
  tryKey: 'tryk',
  segment: 'seg',
  flag: 'flag',
  codeScan: 'scan',
  codeUse: 'use',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** Crockford's base 32, in lower case: sortable as text and without look-alike letters. */
export const idLetters = '0123456789abcdefghjkmnpqrstvwxyz';

/** Handles people say and write. They never change and are never reused. */
export const handlePattern = /^(IDEA|STORY|TASK)-[1-9]\d{0,8}$/;
