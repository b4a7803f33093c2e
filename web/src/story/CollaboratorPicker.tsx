// Who works on some items beside their owners: each is added or taken away where they stand.
import { collaboratorsOf } from '@shortlist/domain/story/collaborators.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState } from 'react';
import { actAll } from '../app/notify.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { useView } from '../sync/use-store.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { ManyPicker, type ManyChoice } from '../ui/ManyPicker.tsx';
import { collaboratorChoices } from './collaborator-choices.ts';
import { namesOf, said, type Item, type Work } from './item.ts';

export interface CollaboratorPickerProps {
  /** Never empty. */
  readonly works: readonly Work[];
  /** Who may work on items, in the order in which they are offered. */
  readonly people: readonly EntityOf<'member'>[];
  readonly onClose: () => void;
}

/** One command takes no more items. */
const itemsOfOne = 500;

export function CollaboratorPicker({ works, people, onClose }: CollaboratorPickerProps) {
  // What ended long ago is not in the store.
  const items = useView(
    (read) => works.map(({ id, item }): Item => read.get('story', id) ?? read.get('task', id) ?? item),
    [works],
  );
  const nameOf = usePersonNames();
  const [first] = useState(() => new Set<string>(items.flatMap(collaboratorsOf)));
  return (
    <ManyPicker
      title={`Who works on ${namesOf(works)}?`}
      fieldLabel="Find a member"
      listLabel="Collaborators"
      emptyNote="Nobody else is called so. Members who may shape work can be collaborators; the owner is one anyway."
      maxLength={80}
      choicesOf={(typed) => collaboratorChoices(typed, items, people, nameOf, first)}
      signOf={faceOf}
      onChoose={(choice) => toggle(choice, works)}
      onClose={onClose}
    />
  );
}

function faceOf({ name }: ManyChoice) {
  return <Avatar name={name} named={false} />;
}

function toggle({ id, name, on }: ManyChoice, works: readonly Work[]): void {
  const isTaken = on === 'all';
  const change = isTaken ? { removeIds: [id] } : { addIds: [id] };
  const parts = Array.from({ length: Math.ceil(works.length / itemsOfOne) }, (_, part) =>
    works.slice(part * itemsOfOne, (part + 1) * itemsOfOne),
  );
  void actAll(
    parts.map((some) => ({ name: 'collaborator.set', input: { itemIds: some.map((work) => work.id), ...change } })),
    () => said(works, works.length, isTaken ? `is without ${name} now` : `has ${name} as a collaborator`),
  );
}
