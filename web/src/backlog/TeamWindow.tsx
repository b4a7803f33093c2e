// The window meter of a team, with the reasons of what went over while it is over.
import { nameOf, type Team, type Work } from '../story/item.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { WindowMeter } from '../ui/signature/WindowMeter.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { meterStatus, meterWords } from './meter-words.ts';
import styles from './TeamWindow.module.css';
import { useWindow, type WindowView } from './use-window.ts';

export interface TeamWindowProps {
  readonly team: Team;
  readonly works: readonly Work[];
  readonly onOpen: (id: string) => void;
}

export function TeamWindow({ team, works, onOpen }: TeamWindowProps) {
  const { value: window, refusal } = useWindow(team.id);
  if (window === undefined) {
    return (
      <div>
        {refusal === null ? (
          <Skeleton label="Loading the window">
            <div className={styles.waiting} />
          </Skeleton>
        ) : (
          <div className={styles.banner}>
            <ErrorNotice problem={refusal.message} />
          </div>
        )}
      </div>
    );
  }
  const items = new Map<string, Work['item']>(works.map(({ id, item }) => [id, item]));
  const status = meterStatus(window);
  return (
    <div>
      <WindowMeter
        segments={window.items.map(({ itemId, inFlight, doneBy }) => {
          const item = items.get(itemId);
          return {
            id: itemId,
            label: item === undefined ? '' : `${item.handle} ${item.title}`,
            state: inFlight ? 'inFlight' : 'waiting',
            doneBy,
          };
        })}
        room={Math.max(0, window.room)}
        over={Math.max(0, -window.room)}
        k={window.k}
        n={window.n}
        today={window.today}
        windowEnd={window.windowEnds}
        status={status}
        basis={window.basis}
        sentence={window.sentence}
        {...(window.suppressed !== null && { problem: window.sentence })}
        words={meterWords(window, team.name)}
        onOpen={onOpen}
      >
        {status !== 'within' && <Overrides window={window} items={items} />}
      </WindowMeter>
      {status !== 'within' && (
        <div className={styles.banner}>
          <ErrorNotice
            tone="warn"
            problem={`You hold ${window.n}, the window holds ${window.k}.`}
            whatToDo="Nothing leaves by itself, and new commits wait. Finish something, send it back, or give it up."
          />
        </div>
      )}
    </div>
  );
}

interface OverridesProps {
  readonly window: WindowView;
  readonly items: ReadonlyMap<string, Work['item']>;
}

/** The written reasons with which items went over, each with its name, until the window is within again. */
function Overrides({ window, items }: OverridesProps) {
  const nameOfPerson = usePersonNames();
  if (window.overrides.length === 0) return undefined;
  return (
    <ul className={styles.overrides} aria-label="Why it went over">
      {window.overrides.map(({ itemId, reason, byId }) => {
        const item = items.get(itemId);
        return (
          <li key={itemId}>
            <span className={styles.who}>
              {nameOfPerson(byId) ?? 'Someone'}
              {item !== undefined && `, for ${nameOf(item)}`}:
            </span>{' '}
            {reason}
          </li>
        );
      })}
    </ul>
  );
}
