// What the store holds as texts to search in: one for each idea, item, criterion and person.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { HitStanding, HitType } from '@shortlist/domain/search/search-hit.ts';
import type { Searched } from '@shortlist/domain/search/search-index.ts';

type Idea = EntityOf<'idea'>;
type Story = EntityOf<'story'>;
type Task = EntityOf<'task'>;
type Criterion = EntityOf<'criterion'>;
type Member = EntityOf<'member'>;
type Placement = EntityOf<'placement'>;

/** Something that was found, here or by the server. */
export interface Hit {
  readonly type: HitType | 'person';
  readonly id: string;
  /** What opens; empty for a person. */
  readonly handle: string;
  readonly title: string;
  /** A line of the text around what was found; may be empty. */
  readonly excerpt: string;
  readonly standing: HitStanding;
  /** Why it ended. */
  readonly note: string | null;
}

/** The texts of everything that can be found here, and what each is shown as. */
export interface LocalText {
  readonly searched: Searched;
  readonly hit: Omit<Hit, 'excerpt' | 'standing' | 'note'>;
}

export type LocalEntity = Idea | Story | Task | Criterion | Member;

/** The text of an entity; null where it is not to be found. `personaName`: of whom a story is about. */
export function localText(entity: LocalEntity, personaName: string): LocalText | null {
  const { id } = entity;
  if ('problem' in entity) {
    const reason = entity.decision !== null && 'sentence' in entity.decision ? entity.decision.sentence : '';
    const searched = { id, title: entity.problem, body: `${entity.context ?? ''} ${reason}` };
    return { searched, hit: { type: 'idea', id, handle: entity.handle, title: entity.problem } };
  }
  if ('need' in entity) {
    const searched = { id, title: entity.title, body: `${personaName} ${entity.need} ${entity.benefit}` };
    return { searched, hit: { type: 'story', id, handle: entity.handle, title: entity.title } };
  }
  if ('why' in entity) {
    return {
      searched: { id, title: entity.title, body: entity.why },
      hit: { type: 'task', id, handle: entity.handle, title: entity.title },
    };
  }
  if ('storyId' in entity) {
    return {
      searched: { id, title: '', body: entity.text },
      hit: { type: 'criterion', id, handle: `AC-${entity.number}`, title: entity.text },
    };
  }
  if (entity.removedAt !== null) return null;
  return { searched: { id, title: entity.name, body: '' }, hit: { type: 'person', id, handle: '', title: entity.name } };
}

/** Where an idea or an item stands, and the sentence it ended with. */
export function standingOf(entity: Idea | undefined, placement: Placement | undefined): Pick<Hit, 'standing' | 'note'> {
  const decision = entity?.decision ?? null;
  if (decision !== null) {
    const standings = { refine: 'refined', reject: 'rejected', merge: 'merged' } as const;
    return { standing: standings[decision.kind], note: 'sentence' in decision ? decision.sentence : null };
  }
  if (placement?.parkedAs != null) return { standing: 'open', note: null };
  if (placement?.droppedAt != null) return { standing: 'dropped', note: placement.dropped?.sentence ?? null };
  return { standing: placement?.doneAt != null ? 'done' : 'open', note: null };
}
