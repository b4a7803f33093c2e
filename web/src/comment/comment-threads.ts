// Comments in threads.
import type { EntityOf } from '@shortlist/domain/entities.ts';

export type Comment = EntityOf<'comment'>;

export interface Thread {
  readonly root: Comment;
  /** The oldest first. */
  readonly answers: readonly Comment[];
}

/** The thread that began first stands first. An answer whose beginning is not here begins a thread of its own. */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const ordered = comments.toSorted((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1,
  );
  const ids = new Set(ordered.map(({ id }) => id));
  const isRoot = ({ parentId }: Comment) => parentId === null || !ids.has(parentId);
  const answers = Map.groupBy(
    ordered.filter((comment) => !isRoot(comment)),
    ({ parentId }) => parentId,
  );
  return ordered.filter(isRoot).map((root) => ({ root, answers: answers.get(root.id) ?? [] }));
}
