import styles from './FlagPlaces.module.css';

const parts = [
  { id: 'flags', label: 'All', href: '/flags' },
  { id: 'clean-ups', label: 'To clean up', href: '/flags/to-clean-up' },
  { id: 'segments', label: 'Segments', href: '/flags/segments' },
] as const;

export interface FlagPlacesProps {
  readonly at: (typeof parts)[number]['id'];
  readonly count?: string;
}

/** The parts of the place, and how much there is in the one that is shown. */
export function FlagPlaces({ at, count }: FlagPlacesProps) {
  return (
    <>
      <nav aria-label="Parts of Flags" className={styles.parts}>
        {parts.map(({ id, label, href }) => (
          <a key={id} href={href} aria-current={id === at ? 'page' : undefined} className={styles.part}>
            {label}
          </a>
        ))}
      </nav>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </>
  );
}
