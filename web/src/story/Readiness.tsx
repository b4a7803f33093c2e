import type { ReadinessPoint } from '@shortlist/domain/story/ready-points.ts';
import { useRef } from 'react';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { Button } from '../ui/Button.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { ReadinessRing } from '../ui/signature/ReadinessRing.tsx';
import { editField } from './edit-field.ts';
import { isStory, type Story, type Work } from './item.ts';
import styles from './Readiness.module.css';
import { actWords, checksOf, missingWords, readyWords } from './readiness-words.ts';

/** The ring of a row. */
export function WorkRing({ work, size = 20 }: { readonly work: Work; readonly size?: 16 | 20 | 40 }) {
  return <ReadinessRing size={size} checks={checksOf(work.readiness)} readyLabel={readyWords} missingLabel={missingWords} />;
}

/** The ring with each point, met or with what is to be done for it, for the top of an opened item. */
export function ReadinessNote({ work, acts }: { readonly work: Work; readonly acts: ItemActs }) {
  const { ready, points, missing } = work.readiness;
  const { item } = work;
  const note = useRef<HTMLDivElement>(null);
  const show = (point: ReadinessPoint) => {
    // The field stands further down in the same panel or page.
    editField(note.current?.parentElement ?? null, point);
  };
  return (
    <div ref={note} className={styles.note}>
      <WorkRing work={work} size={40} />
      <div className={styles.words}>
        <p className={styles.state}>{ready ? readyWords : `${points.length - missing.length} of ${points.length} done`}</p>
        <ul className={styles.points}>
          {missing.map((point) => (
            <li key={point}>
              {acts.mayShape ? (
                <PointButton work={work} acts={acts} point={point} onShow={() => show(point)} />
              ) : (
                <span className={styles.missing}>{actWords(point)}</span>
              )}
            </li>
          ))}
        </ul>
        {isStory(item) && <ReadBy story={item} />}
      </div>
    </div>
  );
}

interface PointButtonProps {
  readonly work: Work;
  readonly acts: ItemActs;
  readonly point: ReadinessPoint;
  readonly onShow: () => void;
}

/** What is done for a point: the field that is empty, or, for a reading, the reading itself. */
function PointButton({ work, acts, point, onShow }: PointButtonProps) {
  const { item } = work;
  if (point !== 'read' && point !== 'design') {
    return (
      <Button size="small" variant="plain" wordsAt="start" onClick={onShow}>
        {actWords(point)}
      </Button>
    );
  }
  if (!isStory(item) || item.wordedBy === acts.meId) return <span className={styles.missing}>{actWords(point)}</span>;
  return (
    <Button
      size="small"
      variant="plain"
      wordsAt="start"
      {...(point === 'read' && { keys: 'Shift+r' })}
      onClick={() => acts.read(work, point === 'design' ? 'design' : 'reader')}
    >
      {point === 'design' ? 'I have read its design' : 'I have read it'}
    </Button>
  );
}

/** Who read it, and whether its words are still those. */
function ReadBy({ story }: { readonly story: Story }) {
  const name = usePersonName(story.read?.by);
  if (story.read === null) return null;
  return (
    <p className={styles.missing}>
      Read by {name ?? 'somebody'} <RelativeTime time={story.read.at} />
      {story.wordedAt > story.read.at && '; its words changed since'}.
    </p>
  );
}
