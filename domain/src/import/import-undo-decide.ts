/** Taking an import back: what nobody worked on since goes, or gets the value it had before. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { EntityName } from '../entities.ts';
import type { OutputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Import } from './import.ts';

/** One entity that the import wrote. */
export interface Imported {
  readonly entity: EntityName;
  readonly id: string;
  /** What it belongs to: an item’s task, placement and evidence stay or go together. */
  readonly subject: string;
  /** Its value before the import; null where the import made it. */
  readonly before: Record<string, unknown> | null;
  /** Whether anyone but an import changed it since. */
  readonly changedSince: boolean;
  /** Whether it was removed since; what is gone stays gone. */
  readonly isGone: boolean;
  readonly handle: string | null;
}

const undoDays = 30;

/** Made by one import, and of use to all that comes after. */
const isShared = ({ entity }: Imported) => entity === 'contact' || entity === 'label';

export function undoImport(
  state: {
    readonly import: Import;
    readonly imported: readonly Imported[];
    /** Ids of people and labels that anything outside this import refers to. */
    readonly inUse: ReadonlySet<string>;
  },
  context: DecisionContext,
): Decision<OutputOf<'import.undo'>> {
  const before = state.import;
  if (before.undoneAt !== null) return refuse('conflict', 'This import was undone already.');
  if (Date.parse(context.now) - Date.parse(before.startedAt) > undoDays * 24 * 3_600_000) {
    return refuse('conflict', 'This import is older than 30 days and can no longer be undone.');
  }
  const touched = new Set(state.imported.filter((one) => one.changedSince).map((one) => one.subject));
  const free = state.imported.filter(
    (one) => !one.isGone && !touched.has(one.subject) && !(isShared(one) && state.inUse.has(one.id)),
  );
  const changes = free.toReversed().map((one) => {
    const event = one.before === null ? 'import.removed' : 'import.restored';
    // The log holds values the schemas let through.
    return { event, entity: one.entity, id: one.id, value: one.before, subject: one.subject } as unknown as Change;
  });
  const undone: Import = { ...before, finishedAt: before.finishedAt ?? context.now, undoneAt: context.now };
  const isItem = (one: Imported) => one.entity === 'idea' || one.entity === 'task';
  return {
    changes: [...changes, put('import.undone', 'import', undone)],
    value: {
      import: undone,
      removed: free.filter((one) => isItem(one) && one.before === null).length,
      restored: free.filter((one) => isItem(one) && one.before !== null).length,
      kept: state.imported.flatMap((one) => (isItem(one) && touched.has(one.subject) && one.handle !== null ? [one.handle] : [])),
    },
  };
}
