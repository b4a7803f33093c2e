/** What a record of another tracker becomes here: an undecided idea, or a task that nobody has yet. */
import type { Idea } from '../idea/idea.ts';
import type { Task } from '../story/task.ts';
import type { ImportedIdea, ImportedTask } from './import-map.ts';

export function importedIdea(item: ImportedIdea, own: Pick<Idea, 'id' | 'handle' | 'suggesterId'>): Idea {
  return {
    ...own,
    problem: item.problem,
    context: item.context,
    decision: null,
    keptCount: 0,
    itemId: null,
    answeredAt: null,
    source: item.source,
    externalId: item.externalId,
    capturedAt: item.capturedAt,
    decidedAt: null,
  };
}

/** Of what was an idea here, or would be one, its problem is the title. */
export function importedTask(item: ImportedTask | ImportedIdea, own: Pick<Task, 'id' | 'handle' | 'ideaId'>): Task {
  const [title, why, createdAt] =
    item.kind === 'task' ? [item.title, item.why, item.createdAt] : [item.problem, item.context ?? '', item.capturedAt];
  return {
    ...own,
    title,
    why,
    size: null,
    ownerId: null,
    collaboratorIds: null,
    source: item.source,
    externalId: item.externalId,
    createdAt,
  };
}
