/** What each rule says: why the words are marked, what to ask instead, and the repair that one key does. */
import type { CheckFamily, CheckRepair } from './check-finding.ts';

export interface RuleWords {
  readonly family: CheckFamily;
  /** Two or three words, for lists and for the reason of a dismissal. */
  readonly name: string;
  readonly why: string;
  readonly question: string;
  readonly repair: CheckRepair | null;
}

const secondWay = 'Name a second way to meet this need; if there is none, this is a solution.';

function solution(name: string, why: string, question: string, repair: CheckRepair): RuleWords {
  return { family: 'solution', name, why, question, repair };
}

function form(name: string, why: string, question: string): RuleWords {
  return { family: 'form', name, why, question, repair: null };
}

function hint(name: string, why: string, question: string): RuleWords {
  return { family: 'hint', name, why, question, repair: null };
}

export const ruleWords = {
  widget: solution(
    'Part of a screen',
    'Names a part of a screen, not what somebody cannot do today.',
    'What should they be able to do with it? Say that, and keep the part for the criteria if it matters.',
    'to-criteria',
  ),
  position: solution(
    'Place on a screen',
    'Says where something goes on a screen.',
    'What do they miss when it is not there?',
    'to-criteria',
  ),
  interaction: solution(
    'Hand movement',
    'Says how hands move, not what is reached.',
    'What is done when the movement is over?',
    'to-criteria',
  ),
  labelled: solution(
    'Wording',
    'Fixes words that appear on a screen.',
    'What must the reader understand at that moment?',
    'to-criteria',
  ),
  quoted: solution(
    'Quoted words',
    'Quotes words that may be those on a screen.',
    'Are these the words of the person, or of the product?',
    'to-criteria',
  ),
  place: solution(
    'Place in the product',
    'Says in which place of the product it happens.',
    'Does the place matter to them, or only the result?',
    'to-criteria',
  ),
  page: solution(
    'Page or view',
    'Names a page or a view of the product.',
    'What do they want to find out or get done there?',
    'to-criteria',
  ),
  technology: solution('Technology', 'Names a technology.', secondWay, 'second-way'),
  internal: solution(
    'Inner part',
    'Names an inner part of the system that nobody outside can see.',
    'Who notices when it is missing, and by what?',
    'second-way',
  ),
  machine: solution(
    'Machine',
    'Names a machine that does the work, not the work.',
    'What gets done, and for whom?',
    'second-way',
  ),
  identifier: solution(
    'Name from the code',
    'Looks like a name from the code, a version or a file.',
    'What is it called by those who have the problem?',
    'to-criteria',
  ),
  format: solution('Output format', 'Prescribes the form of the output.', 'What do they do with it next?', 'to-criteria'),
  'through-named': solution('Named product', 'Ties the need to a named product.', secondWay, 'second-way'),
  through: solution('Means', 'Says by which means, before the end is clear.', secondWay, 'second-way'),
  mechanism: solution('Mechanism', 'Names a mechanism.', secondWay, 'second-way'),
  artifact: solution(
    'Thing to build',
    'Asks for a thing to be built.',
    'What would they do with it that they cannot do today?',
    'second-way',
  ),
  'by-means': solution(
    'Way of searching',
    'Fixes the way of searching, sorting or grouping.',
    'Which one are they looking for, and what do they know about it?',
    'to-criteria',
  ),
  display: solution('Display', 'Speaks of showing, not of knowing.', 'What do they decide once they see it?', 'to-criteria'),
  enumeration: solution('List of parts', 'Lists the parts of an answer.', 'What do the parts have in common?', 'to-criteria'),
  mild: solution('A little how', 'Says a little of how.', secondWay, 'second-way'),
  settings: solution('Setting', 'Speaks of settings.', 'What differs between the people who would set it?', 'second-way'),
  'how-in-benefit': solution(
    'How in the benefit',
    'The benefit speaks of the product, not of the person.',
    'What is better for them afterwards?',
    'second-way',
  ),
  'no-role': form('Nobody named', 'Nobody is named who has the problem.', 'Who has it?'),
  'no-need': form('No need', 'There is no need yet.', 'What are they trying to do?'),
  'not-parsed': form(
    'No sentence',
    'Who, what and why cannot be told apart.',
    'Who is trying to do what, so that what gets better?',
  ),
  'team-persona': form(
    'The team itself',
    'The one with the need is the team that builds it.',
    'Whose problem goes away when this is done? If nobody’s outside, it is a task.',
  ),
  'developer-persona': form(
    'The team itself',
    'The one with the need may be the team that builds it.',
    'Is a developer the customer here? If not, whose problem is it?',
  ),
  'chore-thing': form(
    'Work, not a need',
    'Names the team’s own work or a meeting.',
    'What will be possible afterwards, for whom? If nothing, it is a task.',
  ),
  'chore-act': form(
    'Work, not a need',
    'Describes work to do rather than a need.',
    'What will be possible afterwards, for whom? If nothing, it is a task.',
  ),
  'chore-in-benefit': form(
    'Work, not a benefit',
    'The benefit is the team’s own work.',
    'What gets better for somebody outside the team?',
  ),
  'vague-thing': form('Vague', 'Nobody can tell when this is done.', 'Which ones exactly? Name the first that hurts.'),
  'as-simple-as': form('No measure', 'Has no measure.', 'How long may it take, or how many steps?'),
  'epic-verb': form('Too wide', 'Holds many needs in one word.', 'Which single act comes first?'),
  'two-wants': form('Two in one', 'Holds two wants.', 'Which of them could be released alone?'),
  'no-benefit': {
    family: 'benefit',
    name: 'No benefit',
    why: 'Nothing says why it matters.',
    question: 'What gets better for them?',
    repair: null,
  },
  'weak-benefit': {
    family: 'benefit',
    name: 'Benefit repeats the need',
    why: 'The benefit says the need again.',
    question: 'And then? What gets better once they can?',
    repair: null,
  },
  'generic-persona': hint('Anybody', 'Could be anybody.', 'Which of them has the problem most often?'),
  long: hint('Long', 'More than 55 words.', 'What could be said in the problem text or in the criteria?'),
  conjunctions: hint('Many ands', 'Joins several things.', 'Could one of them be released alone?'),
  passive: hint('Passive', 'Does not say who acts.', 'Who does it?'),
} as const satisfies Readonly<Record<string, RuleWords>>;

export type RuleId = keyof typeof ruleWords;
