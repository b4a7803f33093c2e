// What is wrong with the query of a place, in place, with the way to put it right.
import type { CompiledQuery } from '@shortlist/domain/query/query-compile.ts';
import { CircleAlert } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import styles from './QueryProblems.module.css';
import type { Listing } from './use-listing.ts';

export interface QueryProblemsProps {
  readonly listing: Pick<Listing, 'typed' | 'setTyped'> & { readonly query: Pick<CompiledQuery, 'problems'> };
}

export function QueryProblems({ listing }: QueryProblemsProps) {
  const { query, typed, setTyped } = listing;
  return (
    <div role="status">
      {query.problems.length > 0 && (
        <ul aria-label="What the filter does not know" className={styles.problems}>
          {query.problems.map(({ from, to, message, fix }) => (
            <li key={`${from} ${message}`} className={styles.problem}>
              <CircleAlert size={14} />
              <span>{message}</span>
              {fix !== null && (
                <Button variant="plain" size="small" onClick={() => setTyped(typed.slice(0, from) + fix + typed.slice(to))}>
                  Write {fix}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
