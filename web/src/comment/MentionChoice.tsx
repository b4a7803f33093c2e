import { Avatar } from '../ui/Avatar.tsx';
import styles from './CommentList.module.css';

export interface MentionChoiceProps<Person extends { readonly id: string; readonly name: string }> {
  readonly id: string;
  readonly people: readonly Person[];
  readonly chosen: number;
  readonly onChoose: (person: Person) => void;
}

/** Whom an @ may mean. The field keeps the focus and walks it by keys. */
export function MentionChoice<Person extends { readonly id: string; readonly name: string }>({
  id,
  people,
  chosen,
  onChoose,
}: MentionChoiceProps<Person>) {
  if (people.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label="People" className={styles.people}>
      {people.map((person, index) => (
        // The keys are the field's, which has the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={styles.person}
          // Pressing must not take the focus from the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <Avatar name={person.name} named={false} />
          {person.name}
        </div>
      ))}
    </div>
  );
}
