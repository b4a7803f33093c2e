import type { RefObject } from 'react';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { blockedByWay } from '../link/link-ways.ts';
import { isInList } from '../ui/is-in-list.ts';
import { useCommands } from '../ui/use-commands.ts';
import { editField } from './edit-field.ts';
import { fieldCommands, type FieldContext } from './field-commands.ts';
import { isStory, type Work } from './item.ts';

/** Binds the keys of the fields while an item is opened. A list beside it that has the focus keeps its own keys. */
export function useFieldKeys(work: Work, acts: ItemActs, within: RefObject<HTMLElement | null>): void {
  const context: FieldContext = {
    kind: isStory(work.item) ? 'story' : 'task',
    mayShape: acts.mayShape,
    edit: (field) => editField(within.current, field, 'add'),
    block: () => acts.ask({ kind: 'link', work, way: blockedByWay }),
  };
  useCommands(fieldCommands, () => (isInList() ? null : context));
}
