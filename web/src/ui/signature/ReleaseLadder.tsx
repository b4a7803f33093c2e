// Who sees a feature, as rungs from nobody to everybody: where it stands now, and each other rung one press away.
import { ArrowDown, ArrowUp, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import styles from './ReleaseLadder.module.css';

export interface LadderRung {
  readonly id: string;
  readonly label: string;
  /** Who sees it there, in a few words. */
  readonly who: string;
}

export interface ReleaseLadderProps {
  /** From the lowest to the highest; drawn with the highest on top. */
  readonly rungs: readonly LadderRung[];
  /** The rung it stands on; null where it stands on none of them. */
  readonly current: string | null;
  /** Who sees it now, with figures. */
  readonly sentence: ReactNode;
  readonly words: {
    /** The accessible name of the whole. */
    readonly label: string;
    readonly now: string;
    /** Said before the name of a rung: what pressing it does. */
    readonly climb: string;
    readonly stepDown: string;
  };
  /** Asked to go to another rung; absent where nobody may from here. */
  readonly onMove?: ((id: string) => void) | undefined;
  /** Why nobody may climb from here; stepping down stays open. Said beneath the rungs. */
  readonly cannotClimb?: string | null;
  /** What a climb will ask about, said beneath the sentence; null where nothing stands against it. */
  readonly holds?: ReactNode;
  /** A move is on its way. */
  readonly isMoving?: boolean;
}

export function ReleaseLadder({
  rungs,
  current,
  sentence,
  words,
  onMove,
  cannotClimb = null,
  holds = null,
  isMoving = false,
}: ReleaseLadderProps) {
  const at = rungs.findIndex(({ id }) => id === current);
  return (
    <div className={styles.ladder}>
      <p className={styles.sentence} aria-live="polite">
        {sentence}
      </p>
      {holds !== null && (
        <p className={styles.holds}>
          <TriangleAlert size={14} aria-hidden="true" />
          <span>{holds}</span>
        </p>
      )}
      {/* The arrows move the focus between the buttons that are in it. */}
      <ol className={styles.rungs} aria-label={words.label} onKeyDown={walk} reversed>
        {rungs.toReversed().map((rung, fromTop) => {
          const index = rungs.length - 1 - fromTop;
          const isCurrent = index === at;
          // From rules beside the ladder every rung but the lowest lets more people see it.
          const isAbove = at === -1 ? index > 0 : index > at;
          const look = classNames(styles.rung, isCurrent && styles.current, at !== -1 && index < at && styles.below);
          const name = (
            <>
              <span className={styles.node} aria-hidden="true" />
              <span className={styles.label}>{rung.label}</span>
              <span className={styles.who}>{rung.who}</span>
            </>
          );
          return (
            <li key={rung.id} className={look} aria-current={isCurrent ? 'step' : undefined}>
              {isCurrent || onMove === undefined ? (
                <span className={styles.row}>
                  {name}
                  {isCurrent && <span className={styles.now}>{words.now}</span>}
                </span>
              ) : (
                <button
                  type="button"
                  className={styles.row}
                  disabled={isMoving || (isAbove && cannotClimb !== null)}
                  onClick={() => onMove(rung.id)}
                >
                  <VisuallyHidden>{isAbove ? words.climb : words.stepDown}</VisuallyHidden>
                  {name}
                  <span className={styles.way} aria-hidden="true">
                    {isAbove ? <ArrowUp size={14} /> : <ArrowDown size={14} />}
                  </span>
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {cannotClimb !== null && onMove !== undefined && <p className={styles.closed}>{cannotClimb}</p>}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (at === -1) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(at + by, buttons.length - 1))]?.focus();
}
