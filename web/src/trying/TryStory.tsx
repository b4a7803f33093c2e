// A story that is tried: its criteria with a verdict each, what was found, and one line to find something else.
import { useBy } from '../sync/use-store.ts';
import { itemHref } from '../app/use-open-item.ts';
import type { Story } from '../story/item.ts';
import { FindingList } from '../story/FindingList.tsx';
import { useMemo } from 'react';
import styles from './Try.module.css';
import { tryRows } from './try-rows.ts';
import { TryRowView } from './TryRowView.tsx';
import type { TryWalk } from './use-try-walk.ts';

export interface TryStoryProps {
  readonly story: Story;
  readonly environment: string;
  readonly walk: TryWalk;
}

export function TryStory({ story, environment, walk }: TryStoryProps) {
  const criteria = useBy('criterion', 'storyId', story.id);
  const findings = useBy('finding', 'storyId', story.id);
  const rows = useMemo(() => tryRows(story, criteria, environment), [story, criteria, environment]);
  return (
    <section className={styles.part} aria-label={`Criteria of ${story.handle}`}>
      <h2 className={styles.story}>
        <a href={itemHref(story.handle)} className={styles.handle}>
          {story.handle}
        </a>{' '}
        {story.title}
      </h2>
      <ol className={styles.rows}>
        {rows.map((row) => (
          <TryRowView key={row.id} row={row} environment={environment} walk={walk} />
        ))}
      </ol>
      <FindingList findings={findings} mayEdit />
    </section>
  );
}
