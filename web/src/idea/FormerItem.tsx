// What an undecided idea was before it came back from refinement: nothing of it is lost.
import { useOpenItem } from '../app/use-open-item.ts';
import { useView } from '../sync/use-store.ts';
import styles from './IdeaDecision.module.css';

export function FormerItem({ itemId }: { readonly itemId: string }) {
  const handle = useFormerHandle(itemId);
  const { open } = useOpenItem();
  if (handle === null) return null;
  return (
    <section className={styles.decision} aria-label="Before it came back">
      <p>
        It was{' '}
        <button type="button" className={styles.handle} onClick={() => open(handle)}>
          {handle}
        </button>{' '}
        and came back from refinement. What was written is kept, and comes again when it is refined.
      </p>
    </section>
  );
}

/** The handle of the story or task; null while it is not known here. */
export function useFormerHandle(itemId: string | null): string | null {
  return useView((read) => read.get('story', itemId)?.handle ?? read.get('task', itemId)?.handle ?? null, [itemId]);
}
