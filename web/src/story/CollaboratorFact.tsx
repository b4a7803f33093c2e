// Who works on an opened item beside its owner, a press away from being changed.
import { collaboratorsOf } from '@shortlist/domain/story/collaborators.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import type { Act } from '../ui/command.ts';
import styles from './CollaboratorFact.module.css';
import type { Item } from './item.ts';

export interface CollaboratorFactProps {
  readonly item: Item;
  /** Null where they may not be changed. */
  readonly act: Act | null;
}

export function CollaboratorFact({ item, act }: CollaboratorFactProps) {
  const nameOf = usePersonNames();
  const ids = collaboratorsOf(item);
  return (
    <span className={styles.people}>
      {ids.map((id) => (
        <span key={id} className={styles.person}>
          <Avatar name={nameOf(id)} named={false} /> {nameOf(id) ?? 'Somebody who left'}
        </span>
      ))}
      {ids.length === 0 && act === null && 'Nobody'}
      <ActButton
        act={act}
        size="small"
        variant="plain"
        wordsAt={ids.length === 0 ? 'start' : undefined}
        title="Change collaborators"
      >
        {ids.length === 0 ? 'Add a collaborator' : 'Change'}
      </ActButton>
    </span>
  );
}
