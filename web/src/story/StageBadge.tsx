import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import { BlockedBadge } from '../link/BlockedBadge.tsx';
import { Badge, type Tone } from '../ui/Badge.tsx';
import type { Placement, Team, Work } from './item.ts';

/** Where an item stands, in a word, and whether it waits for others. */
export function StageBadge({ work, team }: { readonly work: Work; readonly team: Team }) {
  const { placement } = work;
  return (
    <>
      <Badge tone={tones[stageOf(placement, team)]}>{standsIn(placement, team)}</Badge>
      <BlockedBadge itemId={placement.id} />
    </>
  );
}

/** The name of the step, or that it is in refinement or ended. */
export function standsIn(placement: Placement, team: Team): string {
  const stage = stageOf(placement, team);
  if (stage === 'refinement') return 'In refinement';
  if (stage === 'wont_do') return 'Given up';
  if (stage === 'parked') return 'In the parking lot';
  return stepOf(team, placement.stepId)?.name ?? (stage === 'done' ? 'Done' : 'Committed');
}

const tones: Readonly<Record<ReturnType<typeof stageOf>, Tone>> = {
  parked: 'plain',
  refinement: 'plain',
  todo: 'plain',
  in_progress: 'accent',
  done: 'good',
  wont_do: 'plain',
};
