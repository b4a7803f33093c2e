import type { FlagDifference } from '@shortlist/domain/flag/flag-diff.ts';
import { TextChips } from '../chip/TextChips.tsx';
import styles from './DifferenceList.module.css';

const signs = { added: '+', removed: '−', changed: '~' } as const;
const spoken = { added: 'Comes', removed: 'Goes', changed: 'Changes' } as const;

export interface DifferenceListProps {
  readonly differences: readonly FlagDifference[];
  /** The environment is said by what is around it. */
  readonly hideWhere?: boolean;
}

/** What differs, a line each: what comes, what goes, and what was there before. */
export function DifferenceList({ differences, hideWhere = false }: DifferenceListProps) {
  return (
    <ul className={styles.list}>
      {differences.map(({ where, kind, text, before }) => (
        <li key={`${where ?? ''} ${kind} ${text} ${before ?? ''}`} className={styles.line}>
          <span className={styles[kind]} role="img" aria-label={spoken[kind]}>
            {signs[kind]}
          </span>
          <span>
            {!hideWhere && where !== null && <span className={styles.where}>{where}: </span>}
            {before !== undefined && (
              <>
                <del className={styles.before}>{before}</del>{' '}
              </>
            )}
            {kind === 'removed' ? <del className={styles.before}>{text}</del> : <TextChips text={text} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
