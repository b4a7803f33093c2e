// What is the matter with the words under the pointer or the caret, beside them: why, what to ask instead, and the keys that mend it.
import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import { useLayoutEffect, useRef } from 'react';
import { placeNear } from '../ui/place-near.ts';
import type { CheckContext } from './check-commands.ts';
import { FindingAdvice } from './FindingAdvice.tsx';
import styles from './FindingCard.module.css';

export interface FindingCardProps {
  readonly finding: Finding;
  readonly context: CheckContext;
  /** Where its words are on the screen just now; null while they are not seen. */
  readonly boxOf: () => DOMRect | null;
}

/** Lies over the page. Pressing in it leaves the focus in the field, so that nothing is saved or left by it. */
export function FindingCard({ finding, context, boxOf }: FindingCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const latest = useRef(boxOf);
  useLayoutEffect(() => {
    latest.current = boxOf;
  });
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return undefined;
    element.showPopover();
    let frame = 0;
    // The words move while a field grows or is scrolled, and are marked a frame after it was entered.
    const follow = () => {
      const box = latest.current();
      element.style.visibility = box === null ? 'hidden' : 'visible';
      if (box !== null) placeNear(element, box, 'bottom', 'start');
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    // It takes presses only so that the field keeps the focus; its buttons have keys that work from there.
    <div
      ref={card}
      popover="manual"
      className={styles.card}
      data-finding-card=""
      onPointerDown={(event) => event.preventDefault()}
    >
      <FindingWords finding={finding} context={context} />
    </div>
  );
}

/** What the card says, without its place. */
export function FindingWords({ finding, context }: Pick<FindingCardProps, 'finding' | 'context'>) {
  return (
    <div role="group" aria-label={`The check on “${finding.words}”`} className={styles.words}>
      <p className={styles.rule}>{finding.name}</p>
      <FindingAdvice finding={finding} context={context} />
    </div>
  );
}
