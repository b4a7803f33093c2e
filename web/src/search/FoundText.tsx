import { foundParts } from '@shortlist/domain/search/found-parts.ts';
import type { Wanted } from '@shortlist/domain/search/search-index.ts';
import styles from './FoundText.module.css';

/** A text with the words that were looked for marked. */
export function FoundText({ text, wanted }: { readonly text: string; readonly wanted: readonly Wanted[] }) {
  return foundParts(text, wanted).map((part, place) =>
    part.isFound ? (
      // The parts of one text have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={place} className={styles.found}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
