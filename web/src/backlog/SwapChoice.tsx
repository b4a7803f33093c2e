// Which item leaves for the new one, and where to.
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { useKeys } from '../ui/use-keys.ts';
import type { Team, Work } from '../story/item.ts';
import type { WayOut } from './commit-ways.ts';
import type { SwapCandidate } from './gate-refusal.ts';
import styles from './SwapChoice.module.css';

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
    return work === undefined ? [] : [{ work, started }];
  });
  const keyed = leaving.slice(0, 9);
  useKeys(
    'Swap',
    keyed.map(({ work }, index) => ({
      keys: String(index + 1),
      label: `${work.item.handle} leaves`,
      run: () => onChange({ leavingId: work.id }),
    })),
  );
  return (
    <>
      <div className={styles.candidates}>
        <RadioGroup
          label="What leaves"
          value={out.leavingId}
          onChange={(leavingId) => onChange({ leavingId })}
          options={leaving.map(({ work, started }, index) => ({
            value: work.id,
            ...(index < 9 && { keys: String(index + 1) }),
            label: (
              <span className={styles.label}>
                <Handle text={work.item.handle} /> {work.item.title}
                {started && (
                  <>
                    {' '}
                    <Badge>{stepOf(team, work.placement.stepId)?.name ?? 'Started'}</Badge>
                  </>
                )}
              </span>
            ),
          }))}
        />
      </div>
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
