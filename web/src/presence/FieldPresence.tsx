// Who else is in a field, shown at its edge. It takes no room, so that nothing moves when somebody comes or goes.
import { Avatar } from '../ui/Avatar.tsx';
import { tintOf } from '../ui/avatar-tint.ts';
import { classNames } from '../ui/class-names.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './Presence.module.css';
import { useOthersHere } from './use-others-here.ts';

export interface FieldMarkProps {
  /** The names of who is in it, never none. */
  readonly names: readonly [string, ...string[]];
}

/** Stands last in an element that is positioned, and names the field by its `data-field`. */
export function FieldPresence({ field }: { readonly field: string }) {
  const [first, ...more] = useOthersHere()
    .filter((other) => other.fields.includes(field))
    .map(({ name }) => name);
  return first === undefined ? null : <FieldMark names={[first, ...more]} />;
}

export function FieldMark({ names }: FieldMarkProps) {
  const [first, ...more] = names;
  return (
    <span className={classNames(styles.mark, tintOf(first))} data-present="">
      <span className={styles.edge} />
      <span className={styles.chip}>
        <Avatar name={first} named={false} />
        <span className={styles.name}>{first}</span>
        {more.length > 0 && ` and ${more.length} more`}
        <VisuallyHidden>{names.length === 1 ? ' is in this field' : ' are in this field'}</VisuallyHidden>
      </span>
    </span>
  );
}
