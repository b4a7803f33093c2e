import { ReadinessRing } from '../ui/signature/ReadinessRing.tsx';
import type { Work } from './item.ts';
import styles from './Readiness.module.css';
import { checksOf, missingSentence, missingWords, readyWords } from './readiness-words.ts';

/** The ring of a row. */
export function WorkRing({ work, size = 20 }: { readonly work: Work; readonly size?: 16 | 20 | 40 }) {
  return <ReadinessRing size={size} checks={checksOf(work.readiness)} readyLabel={readyWords} missingLabel={missingWords} />;
}

/** The ring with what is missing in words, for the top of an opened item. */
export function ReadinessNote({ work }: { readonly work: Work }) {
  const { ready, points, missing } = work.readiness;
  return (
    <div className={styles.note}>
      <WorkRing work={work} size={40} />
      <div>
        <p className={styles.state}>{ready ? readyWords : `${points.length - missing.length} of ${points.length} said`}</p>
        {!ready && <p className={styles.missing}>{missingSentence(work.readiness)}</p>}
      </div>
    </div>
  );
}
