// Who else is at an idea or an item, for its head.
import { useAnnouncing } from '../app/announcing.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './Presence.module.css';
import { useOthersHere } from './use-others-here.ts';

interface Person {
  readonly memberId: string;
  readonly name: string;
}

/** So many are drawn; the others are a number. */
const mostShown = 3;

export function PresentPeople() {
  const others = useOthersHere();
  const isAnnouncing = useAnnouncing();
  return (
    <>
      <PresentAvatars people={others} />
      {isAnnouncing && <VisuallyHidden live>{others.length === 0 ? '' : `Also here: ${namesOf(others)}.`}</VisuallyHidden>}
    </>
  );
}

/** Nothing is drawn for nobody. */
export function PresentAvatars({ people }: { readonly people: readonly Person[] }) {
  if (people.length === 0) return null;
  const more = people.slice(mostShown);
  return (
    <span role="group" aria-label="Also here" className={styles.people}>
      {people.slice(0, mostShown).map(({ memberId, name }) => (
        <Avatar key={memberId} name={name} />
      ))}
      {more.length > 0 && (
        <span className={styles.more} title={namesOf(more)}>
          +{more.length}
          <VisuallyHidden>: {namesOf(more)}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}

function namesOf(people: readonly Person[]): string {
  return people.map(({ name }) => name).join(', ');
}
