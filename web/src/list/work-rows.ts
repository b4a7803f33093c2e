// Ideas, stories and tasks as rows that a query can look at: one for each, whatever tables it comes from.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { labellingId, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import type { QuerySubject } from '@shortlist/domain/query/query-subject.ts';
import { ideaSubject, itemSubject } from '@shortlist/domain/query/subject-of.ts';
import { rowsOf, type RowSpec } from '../sync/use-rows.ts';
import type { StoreReader } from '../sync/use-store.ts';
import { blockersIn } from '../link/blockers.ts';
import { personaIn } from '../persona/persona-of.ts';
import { isStory, workOf, type Item, type Placement, type Work } from '../story/item.ts';

export type Idea = EntityOf<'idea'>;
type Label = EntityOf<'label'>;
type Labelling = EntityOf<'labelling'>;

export interface Row extends QuerySubject {
  /** What it is made of: one of both. */
  readonly idea: Idea | null;
  readonly work: Work | null;
  readonly labels: readonly Label[];
}

/** What ended long ago is not in the store; a place that shows it all the same puts here what the server answered. */
export interface OlderItem {
  readonly item: Item;
  readonly placement: Placement;
}

const olderLabellings = new Map<string, Labelling>();
const olderIdeas = new Map<string, Idea>();
const olderItems = new Map<string, OlderItem>();

const spec: RowSpec<Row> = {
  parts: {
    idea: ({ id }) => id,
    story: ({ id }) => id,
    task: ({ id }) => id,
    // Where an item stands bears on what waits for it.
    placement: ({ id }, read) => {
      const links = read.by('link', 'fromId', id);
      return links.length === 0 ? id : [id, ...links.map(({ toId }) => toId)];
    },
    link: ({ toId }) => toId,
    criterion: ({ storyId }) => storyId,
    question: ({ storyId }) => storyId,
    labelling: ({ subjectId }) => subjectId,
  },
  whole: ['team', 'member', 'contact', 'persona', 'label'],
  others: () => [...olderIdeas.keys(), ...olderItems.keys()],
  make: (read, id) => {
    const idea = read.get('idea', id) ?? olderIdeas.get(id);
    if (idea !== undefined) return ideaRow(read, idea);
    const item = read.get('story', id) ?? read.get('task', id);
    const placement = read.get('placement', id);
    // What is live is newer than what was asked for.
    const placed = item !== undefined && placement !== undefined ? { item, placement } : olderItems.get(id);
    return placed === undefined ? undefined : itemRow(read, placed);
  },
};

/** All rows of this page. */
export const workRows = rowsOf(spec);

export function addOlderIdeas(ideas: readonly Idea[], labellings: readonly Labelling[]): void {
  addLabellings(labellings);
  for (const idea of ideas) olderIdeas.set(idea.id, idea);
  workRows.remake(ideas.map(({ id }) => id));
}

export function addOlderItems(items: readonly OlderItem[], labellings: readonly Labelling[]): void {
  addLabellings(labellings);
  for (const one of items) olderItems.set(one.item.id, one);
  workRows.remake(items.map(({ item }) => item.id));
}

function addLabellings(labellings: readonly Labelling[]): void {
  for (const one of labellings) olderLabellings.set(one.subjectId, one);
}

/** The items among rows, in their order. */
export function worksIn(rows: readonly Row[]): readonly Work[] {
  return rows.flatMap(({ work }) => (work === null ? [] : [work]));
}

function ideaRow(read: StoreReader, idea: Idea): Row {
  return { ...ideaSubject(idea, { labels: labelsIn(read, idea.id), nameOf: namesIn(read) }), idea, work: null };
}

function itemRow(read: StoreReader, { item, placement }: OlderItem): Row {
  const team = read.get('team', placement.teamId);
  const criteria = isStory(item) ? read.by('criterion', 'storyId', item.id) : [];
  const questions = isStory(item) ? read.by('question', 'storyId', item.id) : [];
  const work = workOf(item, placement, { criteria, questions, team });
  const subject = itemSubject(item, placement, {
    team,
    persona: isStory(item) ? (personaIn(read, item.personaId)?.name ?? '') : '',
    criteria: criteria.length,
    isReady: work.readiness.ready,
    isBlocked: blockersIn(read, placement.id).length > 0,
    labels: labelsIn(read, item.id),
    nameOf: namesIn(read),
  });
  return { ...subject, idea: null, work };
}

/** What is live is newer than what was asked for. */
function labelsIn(read: StoreReader, subjectId: string): readonly Label[] {
  const labelling = read.get('labelling', labellingId(subjectId)) ?? olderLabellings.get(subjectId);
  return labelsOf(labelling, { get: (id) => read.get('label', id) });
}

function namesIn(read: StoreReader): (id: string | null) => string {
  return (id) => read.get('member', id)?.name ?? read.get('contact', id)?.name ?? '';
}
