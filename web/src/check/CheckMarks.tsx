// The lines under the words that the check has found, over the fields as they stand. They take no press and say nothing to a
// screen reader: the list beside them does.
import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import { useEffect, useState, type RefObject } from 'react';
import { classNames } from '../ui/class-names.ts';
import styles from './CheckMarks.module.css';
import { markPlaces, type Mark } from './mark-places.ts';

export interface CheckMarksProps {
  readonly within: RefObject<HTMLElement | null>;
  readonly findings: readonly Finding[];
  /** The key of the one that is looked at. */
  readonly current: string | null;
}

export function CheckMarks({ within, findings, current }: CheckMarksProps) {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  useEffect(() => {
    const element = within.current;
    if (element === null) return undefined;
    let frame = 0;
    const place = () => {
      frame = 0;
      setMarks((before) => {
        const placed = markPlaces(element, findings);
        return before.length === 0 && placed.length === 0 ? before : placed;
      });
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    schedule();
    const sizes = new ResizeObserver(schedule);
    sizes.observe(element);
    // Fields that grow, scroll or come and go move what stands below them.
    for (const name of ['scroll', 'input', 'focusin', 'focusout']) element.addEventListener(name, schedule, true);
    void document.fonts.ready.then(schedule);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      for (const name of ['scroll', 'input', 'focusin', 'focusout']) element.removeEventListener(name, schedule, true);
    };
  }, [within, findings]);
  return (
    <div aria-hidden="true" className={styles.layer}>
      {marks.map(({ key, finding, left, top, width, height }) => (
        <span
          key={key}
          data-mark={finding === current ? 'current' : 'other'}
          data-finding={finding}
          className={classNames(styles.mark, finding === current && styles.current)}
          style={{ left, top, width, height }}
        />
      ))}
    </div>
  );
}
