// A story or a task with what is asked of it on every screen: where it stands, whose it is, whether it is ready.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { progressOf, type CriteriaProgress } from '@shortlist/domain/story/criterion-tree.ts';
import { defaultReadyPoints } from '@shortlist/domain/story/ready-points.ts';
import { storyReadiness, taskReadiness, type Readiness } from '@shortlist/domain/story/readiness.ts';

export type Story = EntityOf<'story'>;
export type Task = EntityOf<'task'>;
export type Criterion = EntityOf<'criterion'>;
export type Question = EntityOf<'question'>;
export type Finding = EntityOf<'finding'>;
export type Placement = EntityOf<'placement'>;
export type Team = EntityOf<'team'>;
export type Item = Story | Task;

export interface Work {
  readonly id: string;
  readonly item: Item;
  readonly placement: Placement;
  readonly readiness: Readiness;
  /** How far its criteria are verified; null before the first verdict, and for a task. */
  readonly progress: CriteriaProgress | null;
}

export function isStory(item: Item): item is Story {
  return 'need' in item;
}

/** What belongs to an item, in any order: nothing for a task. `team`: undefined while it is not known. */
export interface ItemParts {
  readonly criteria: readonly Criterion[];
  readonly questions: readonly Question[];
  readonly team: Team | undefined;
}

export function workOf(item: Item, placement: Placement, { criteria, questions, team }: ItemParts): Work {
  const asking = team ?? { readyPoints: defaultReadyPoints, memberIds: [] };
  const readiness = isStory(item) ? storyReadiness(item, { criteria, questions, team: asking }) : taskReadiness(item);
  return { id: item.id, item, placement, readiness, progress: progressOf(criteria) };
}

/** What an item is called in a sentence: its handle, or its title while the server has not numbered it. */
export function nameOf(item: Item): string {
  return item.handle === '' ? `“${item.title}”` : item.handle;
}

/** What some items are called in a sentence: the handle of the only one, or how many they are. */
export function namesOf(works: readonly Work[]): string {
  const [first] = works;
  return works.length === 1 && first !== undefined ? nameOf(first.item) : `${works.length} items`;
}

const ofMany: Readonly<Record<string, string>> = { is: 'are', has: 'have', belongs: 'belong' };

/** What became of items, as a sentence: "STORY-3 is M.", "4 items are M." `count`: how many of them it became. */
export function said(works: readonly Work[], count: number, became: string): string {
  const [first] = works;
  if (works.length === 1 && first !== undefined) return `${nameOf(first.item)} ${became}.`;
  return `${count} items ${became.replace(/^\w+/, (verb) => ofMany[verb] ?? verb)}.`;
}
