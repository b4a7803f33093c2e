// How full a team's refinement is: figures and a quiet bar, and why it went over while it is.
import { nameOf, type Team, type Work } from './item.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { useWindow } from '../backlog/use-window.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './RefinementFill.module.css';

export interface RefinementFillProps {
  readonly team: Team;
  /** All that is in the team's refinement, whatever is filtered. */
  readonly shaped: readonly Work[];
}

export function RefinementFill({ team, shaped }: RefinementFillProps) {
  const { value: window } = useWindow(team.id);
  const nameOfPerson = usePersonNames();
  const held = shaped.length;
  // The line is there from the start, so that nothing moves when the figure comes.
  if (window === undefined) return <div className={styles.fill} />;
  const { k, basis } = window;
  const isOver = held > k;
  const words = isOver ? ', over' : held === k ? ', full' : '';
  const overrides = isOver ? shaped.filter(({ placement }) => placement.override !== null) : [];
  return (
    <div className={styles.fill}>
      <div
        role="meter"
        aria-label="How full refinement is"
        aria-valuemin={0}
        aria-valuemax={k}
        aria-valuenow={Math.min(held, k)}
        aria-valuetext={`${held} of ${k}${words}`}
        className={styles.track}
      >
        <div className={classNames(styles.bar, isOver && styles.over)} style={{ width: `${Math.min(1, held / k) * 100}%` }} />
      </div>
      <p className={styles.words}>
        <span className={styles.figures}>
          {held} of {k}
          {words}
        </span>{' '}
        <span className={styles.note}>
          {basis === 'declared' ? 'as much as the window is declared to hold' : 'as much as the window holds'}
        </span>
      </p>
      {overrides.length > 0 && (
        <ul className={styles.overrides} aria-label="Why it went over">
          {overrides.map(({ id, item, placement: { override } }) => (
            <li key={id}>
              {nameOfPerson(override?.byId ?? '') ?? 'Someone'}, for {nameOf(item)}: {override?.reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
