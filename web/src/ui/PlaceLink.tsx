import type { MouseEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';
import styles from './PlaceLink.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface Place {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly icon: ReactNode;
  /** The sequence that goes there; binding it is the caller's. */
  readonly keys?: string;
  /** How many wait there; 0 and absent show nothing. */
  readonly count?: number;
}

const figures = new Intl.NumberFormat('en');
/** Beside an icon there is room for three figures. */
const mostBeside = 999;

export interface PlaceLinkProps {
  readonly place: Place;
  readonly current: boolean;
  readonly look: 'row' | 'folded' | 'bar';
  readonly onNavigate: (href: string) => void;
}

export function PlaceLink({ place, current, look, onNavigate }: PlaceLinkProps) {
  const { label, href, icon, keys, count = 0 } = place;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onNavigate(href);
  };
  const link = (
    <a
      href={href}
      onClick={follow}
      aria-current={current ? 'page' : undefined}
      className={classNames(styles.place, styles[look])}
    >
      {icon}
      <span className={styles.label}>{label}</span>
      {count > 0 && (
        <span className={styles.count}>{look !== 'row' && count > mostBeside ? `${mostBeside}+` : figures.format(count)}</span>
      )}
      {keys !== undefined && look === 'row' && (
        <span aria-hidden="true" className={styles.keys}>
          <Kbd keys={keys} look="bare" />
        </span>
      )}
    </a>
  );
  if (look !== 'folded') return link;
  return (
    <Tooltip text={label} keys={keys} side="right">
      {link}
    </Tooltip>
  );
}
