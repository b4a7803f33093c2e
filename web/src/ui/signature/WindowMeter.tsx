// The window of a backlog in one look: what is held, in the order it is likely done, what is free, and what lies beyond.
import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Tooltip } from '../Tooltip.tsx';
import { VisuallyHidden } from '../VisuallyHidden.tsx';
import styles from './WindowMeter.module.css';
import { windowScale, type Placed } from './window-scale.ts';

export interface MeterSegment {
  readonly id: string;
  /** What the item is called: its handle and title. */
  readonly label: string;
  readonly state: 'inFlight' | 'waiting';
  /** The ISO date it is likely done by at 85 %; null while that is not known. */
  readonly doneBy: string | null;
}

export interface WindowMeterProps {
  readonly segments: readonly MeterSegment[];
  /** Free places. */
  readonly room: number;
  /** How many of the segments are over the window. */
  readonly over: number;
  /** What the window holds, and what is in it. */
  readonly k: number;
  readonly n: number;
  /** ISO dates, in the team's zone. */
  readonly today: string;
  readonly windowEnd: string;
  readonly status: 'within' | 'near' | 'over';
  readonly basis: 'declared' | 'early' | 'measured';
  /** The verdict with its figures. */
  readonly sentence: ReactNode;
  /** Why there are no dates now; the meter is drawn pale and the reason stands in place of the sentence's sign. */
  readonly problem?: string;
  readonly words: MeterWords;
  readonly onOpen?: (id: string) => void;
  /** A reason that stays visible while the window is over, an act, or nothing. */
  readonly children?: ReactNode;
}

export interface MeterWords {
  /** The accessible name of the whole. */
  readonly label: string;
  /** Between the two figures: `n` of `k`. */
  readonly of: string;
  /** After the figures: what they count, or by when ("items, done by 19 December at 85 %"). */
  readonly after: string;
  readonly status: Readonly<Record<WindowMeterProps['status'], string>>;
  readonly basis: Readonly<Record<WindowMeterProps['basis'], string>>;
  readonly state: Readonly<Record<MeterSegment['state'], string>>;
  /** What is said of an item's date, such as "likely done by 4 December"; gets the date in words. */
  readonly doneBy: (date: string) => string;
  readonly beyond: string;
  readonly today: string;
  /** At the window's end; gets the date in words. */
  readonly windowEnd: (date: string) => string;
  /** What is free, such as "room for 3". */
  readonly room: (count: number) => string;
}

const signs = { within: CircleCheck, near: TriangleAlert, over: OctagonAlert };

export function WindowMeter(props: WindowMeterProps) {
  const { segments, room, over, k, n, today, windowEnd, status, basis, sentence, problem, words, children } = props;
  const scale = windowScale(segments, room, over, today, windowEnd);
  const Sign = signs[problem === undefined ? status : 'near'];
  return (
    <section aria-label={words.label} className={classNames(styles.meter, problem !== undefined && styles.pale)}>
      <div className={styles.head}>
        <p
          role="meter"
          aria-label={words.label}
          aria-valuemin={0}
          aria-valuemax={Math.max(k, n)}
          aria-valuenow={n}
          aria-valuetext={`${n} ${words.of} ${k} ${words.after}, ${words.status[status]}`}
          className={styles.figures}
        >
          <span className={styles.n}>{n}</span>
          <span className={styles.of}>
            {' '}
            {words.of} {k}
          </span>
        </p>
        <p className={styles.after}>{words.after}</p>
        <p className={classNames(styles.status, styles[problem === undefined ? status : 'near'])}>
          <Sign size={15} />
          {words.status[status]}
        </p>
        <p className={classNames(styles.basis, basis !== 'measured' && styles.provisional)}>{words.basis[basis]}</p>
      </div>
      <div className={styles.scale}>
        <div className={styles.track}>
          <span className={styles.beyond} style={{ left: percent(scale.windowEnd) }} />
          {scale.weeks.map(({ date, at }) => (
            <span key={date} className={styles.week} style={{ left: percent(at) }} />
          ))}
          {scale.room.map((place) => (
            <span key={place.id} className={styles.free} style={position(place)} />
          ))}
          <Segments {...props} placed={scale.segments} />
          {room > 0 && <VisuallyHidden>{words.room(room)}</VisuallyHidden>}
          <span className={styles.end} style={{ left: percent(scale.windowEnd) }} />
        </div>
        <div className={styles.axis} aria-hidden="true">
          <span className={styles.now}>{words.today}</span>
          {scale.weeks.map(({ date, at }) => (
            <span
              key={date}
              className={styles.tick}
              data-crowded={scale.windowEnd - at < 0.25 || undefined}
              style={{ left: percent(at) }}
            >
              {shortDate(date)}
            </span>
          ))}
          <span className={styles.endLabel} style={{ right: percent(1 - scale.windowEnd) }}>
            {words.windowEnd(shortDate(windowEnd))}
          </span>
        </div>
      </div>
      <p className={styles.sentence}>{problem ?? sentence}</p>
      {children !== undefined && <div className={styles.more}>{children}</div>}
    </section>
  );
}

/** One stop of the Tab key; arrows, Home and End walk through the items. */
function Segments({ segments, status, words, onOpen, placed }: WindowMeterProps & { readonly placed: readonly Placed[] }) {
  const list = useRef<HTMLOListElement>(null);
  const [stop, setStop] = useState(0);
  const known = new Map(segments.map((segment) => [segment.id, segment]));
  const current = Math.min(stop, placed.length - 1);

  const walk = (event: KeyboardEvent) => {
    const goals: Record<string, number> = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: placed.length - 1 };
    const goal = goals[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(goal, placed.length - 1));
    setStop(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <ol ref={list} className={styles.segments} onKeyDown={walk}>
      {placed.map((place, index) => {
        const segment = known.get(place.id);
        if (segment === undefined) return null;
        const said = saidOf(segment, place.beyond, words);
        const look = classNames(
          styles.segment,
          styles[segment.state],
          place.beyond && (status === 'near' ? styles.nearly : styles.over),
        );
        return (
          <li key={place.id} className={styles.place} style={position(place)}>
            {onOpen === undefined ? (
              <span className={look}>
                <VisuallyHidden>{said}</VisuallyHidden>
              </span>
            ) : (
              <Tooltip text={said} side="top">
                <button
                  type="button"
                  aria-label={said}
                  tabIndex={index === current ? 0 : -1}
                  className={look}
                  onFocus={() => setStop(index)}
                  onClick={() => onOpen(place.id)}
                />
              </Tooltip>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function saidOf({ label, state, doneBy }: MeterSegment, beyond: boolean, words: MeterWords): string {
  const date = doneBy === null ? null : words.doneBy(longDate(doneBy));
  return [label, words.state[state], date, beyond ? words.beyond : null].filter((part) => part !== null).join(' · ');
}

function position({ from, to }: Placed) {
  return { left: percent(from), width: percent(to - from) };
}

function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}

function shortDate(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

function longDate(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
