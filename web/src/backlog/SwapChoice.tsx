// Which item leaves for the new one, and where to.
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import { Badge } from '../ui/Badge.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import type { Team, Work } from '../story/item.ts';
import type { WayOut } from './commit-ways.ts';
import type { SwapCandidate } from './gate-refusal.ts';
import { LeavingChoice } from './LeavingChoice.tsx';

export interface SwapChoiceProps {
  readonly candidates: readonly SwapCandidate[];
  readonly works: readonly Work[];
  readonly team: Team;
  readonly out: WayOut;
  readonly onChange: (changed: Partial<WayOut>) => void;
}

export function SwapChoice({ candidates, works, team, out, onChange }: SwapChoiceProps) {
  const known = new Map(works.map((work) => [work.id, work]));
  const leaving = candidates.flatMap(({ itemId, started }) => {
    const work = known.get(itemId);
    if (work === undefined) return [];
    return [{ work, note: started && <Badge>{stepOf(team, work.placement.stepId)?.name ?? 'Started'}</Badge> }];
  });
  return (
    <>
      <LeavingChoice
        leaving={leaving}
        values={out.leavingId === null ? [] : [out.leavingId]}
        onChange={([leavingId = null]) => onChange({ leavingId })}
      />
      <SegmentedControl
        label="Where it goes"
        segments={[
          { value: 'refinement', label: 'Back to refinement' },
          { value: 'rejected', label: 'Give it up' },
        ]}
        value={out.to}
        onChange={(to) => onChange({ to })}
      />
    </>
  );
}
