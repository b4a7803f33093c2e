/** Whether flags and segments may be set to what they were before a command. */
import type { PastCommand } from '@shortlist/domain/change/change-decide.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { mayRelease } from '@shortlist/domain/ladder/may-release.ts';
import type { Refusal } from '@shortlist/domain/refusal.ts';
import type { Segment } from '@shortlist/domain/segment/segment.ts';
import type { CommandScope } from '../handler.ts';
import { refusalOfSegment } from '../segment/segment-handlers.ts';
import { refusalOfTrying } from '../trying/trying-handlers.ts';
import { releaseState } from './flag-queries.ts';
import { rulesFault } from './rules-fault.ts';

/** After them more people see it than before, so that taking them back is a step down, or it concerns oneself alone. */
const leavesFewer: ReadonlySet<string> = new Set(['ladder.climb', 'try.turnOn', 'try.turnOff']);

/**
 * Why a command's flags and segments may not be set back: who asks may not release there, or the rules name what is gone
 * since, or name what would go. Back from a climb fewer see it, which nobody needs to be asked about.
 */
export async function refusalOfFlags(scope: CommandScope, { operation, changes }: PastCommand): Promise<Refusal | null> {
  const { trx, workspaceId, context } = scope;
  for (const change of changes) {
    if (change.entity === 'segment') {
      // As below.
      const segment = change as unknown as { readonly before: Segment | null; readonly after: Segment | null };
      const refused = await refusalOfSegment(scope, segment);
      if (refused !== null) return refused;
    }
    if (change.entity !== 'flag' || change.before === null || change.after === null) continue;
    // The log holds values that the schema let through.
    const [before, after] = [change.before as Flag, change.after as Flag];
    const state = await releaseState(trx, workspaceId, before.storyIds);
    const refused = leavesFewer.has(operation) ? null : mayRelease(state, after, before, context.actor);
    if (refused !== null) return refused;
    const over = await refusalOfTrying(scope, { before, after });
    if (over !== null) return over;
    for (const { key } of state.environments) {
      const fault = await rulesFault(trx, workspaceId, before, key);
      if (fault !== null) return fault;
    }
  }
  return null;
}
