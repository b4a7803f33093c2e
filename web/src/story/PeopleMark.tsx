import { collaboratorsOf } from '@shortlist/domain/story/collaborators.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { Item } from './item.ts';
import { OwnerMark } from './OwnerMark.tsx';
import styles from './PeopleMark.module.css';

/** Who owns an item, and before that how many more work on it. */
export function PeopleMark({ item }: { readonly item: Item }) {
  const count = collaboratorsOf(item).length;
  return (
    <span className={styles.people}>
      {count > 0 && <More item={item} />}
      <OwnerMark ownerId={item.ownerId} />
    </span>
  );
}

function More({ item }: { readonly item: Item }) {
  const nameOf = usePersonNames();
  const ids = collaboratorsOf(item);
  const names = ids.map((id) => nameOf(id) ?? 'Somebody who left').join(', ');
  return (
    <span className={styles.more} title={`Collaborators: ${names}`}>
      +{ids.length}
      <VisuallyHidden> collaborators: {names}</VisuallyHidden>
    </span>
  );
}
