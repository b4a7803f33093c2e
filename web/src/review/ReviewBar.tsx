// The line above a review: how far it is, who drives, which team refines, and the ways out.
import { X } from 'lucide-react';
import { usePersonName } from '../idea/use-person-name.ts';
import { ActButton, ActIconButton } from '../ui/ActButton.tsx';
import type { Act } from '../ui/command.ts';
import { SelectField } from '../ui/SelectField.tsx';
import styles from './ReviewBar.module.css';
import type { RefineTeam } from './use-refine-team.ts';
import type { ReviewRun } from './use-review-run.ts';

export interface ReviewBarProps {
  readonly run: ReviewRun;
  readonly refine: RefineTeam;
  readonly actOf: (id: string) => Act | null;
}

export function ReviewBar({ run, refine, actOf }: ReviewBarProps) {
  const { review, waiting, ideaId, isDriver } = run;
  const driver = usePersonName(review.driverId);
  const total = review.queue.length;
  const done = total - waiting.length;
  const place = ideaId === null ? total : review.queue.indexOf(ideaId) + 1;
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <h1 className={styles.title}>Review</h1>
        <p className={styles.place} aria-live="polite">
          {place} of {total}
        </p>
        {!isDriver && <p className={styles.driver}>{driver ?? 'Someone'} drives, you follow.</p>}
      </div>
      <div className={styles.acts}>
        {isDriver && refine.teams.length > 1 && (
          <div className={styles.team}>
            <SelectField
              label="Team that refines"
              hideLabel
              value={refine.team?.id ?? ''}
              onChange={refine.choose}
              options={[
                ...(refine.team === null ? [{ value: '', label: 'Team that refines', disabled: true }] : []),
                ...refine.teams.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
        )}
        <ActButton act={actOf('review.close')} />
        <ActIconButton act={actOf('review.leave')} icon={<X size={16} />} />
      </div>
      <div
        role="progressbar"
        aria-label="Decided"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className={styles.track}
      >
        <span className={styles.done} style={{ width: `${(done / Math.max(1, total)) * 100}%` }} />
      </div>
    </header>
  );
}
