/** Starting, continuing and ending an import. What a batch becomes is `import-batch.ts`; taking it back, `import-undo-decide.ts`. */
import { memberOf, put, type Decision, type DecisionContext } from '../decision.ts';
import type { OutputOf, ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Team } from '../workspace/team.ts';
import { readBatch } from './import-batch.ts';
import type { ImportState } from './import-state.ts';
import type { Import } from './import.ts';

export function startImport(
  state: { readonly team: Team },
  input: ParsedInputOf<'import.start'>,
  context: DecisionContext,
): Decision<Import> {
  const started: Import = {
    id: context.newId('import'),
    source: input.source,
    fileName: input.fileName,
    teamId: state.team.id,
    startedBy: memberOf(context.actor),
    startedAt: context.now,
    finishedAt: null,
    undoneAt: null,
    total: input.total,
    done: 0,
    counts: { created: 0, updated: 0, unchanged: 0, skipped: 0 },
    piles: {},
  };
  return { changes: [put('import.started', 'import', started)], value: started };
}

export function addToImport(
  state: ImportState & { readonly import: Import },
  input: ParsedInputOf<'import.add'>,
  context: DecisionContext,
): Decision<OutputOf<'import.add'>> {
  if (state.import.finishedAt !== null) return refuse('conflict', 'This import is finished. Start another for more records.');
  const { changes, notes, counts, piles } = readBatch(state, input, context);
  const before = state.import;
  const grown: Import = {
    ...before,
    done: before.done + input.records.length,
    counts: {
      created: before.counts.created + counts.created,
      updated: before.counts.updated + counts.updated,
      unchanged: before.counts.unchanged + counts.unchanged,
      skipped: before.counts.skipped + counts.skipped,
    },
    piles: addUp(before.piles, piles),
  };
  return {
    changes: [...changes, put('import.continued', 'import', grown)],
    value: { import: grown, counts, notes },
  };
}

function addUp(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...keys].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}

export function finishImport(state: { readonly import: Import }, context: DecisionContext): Decision<Import> {
  if (state.import.finishedAt !== null) return { changes: [], value: state.import };
  const finished: Import = { ...state.import, finishedAt: context.now };
  return { changes: [put('import.finished', 'import', finished)], value: finished };
}
