// The keys that act on the rows of a list of items, and the entries of a row's menu that do the same.
import type { ItemActs } from '../backlog/use-item-acts.ts';
import type { RowKey } from '../ui/list-props.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import type { Work } from './item.ts';

interface WorkAct {
  readonly id: string;
  readonly keys: string;
  readonly label: string;
  readonly tone?: 'bad';
  readonly run: (works: readonly Work[]) => void;
}

/** What every list of items offers, as far as who is signed in may do it. */
export function workActs(acts: ItemActs): readonly WorkAct[] {
  const shaping: readonly WorkAct[] = [
    { id: 'mine', keys: 'i', label: 'Assign to me', run: acts.assignToMe },
    { id: 'owner', keys: 'a', label: 'Owner', run: (works) => acts.ask({ kind: 'owner', works }) },
    { id: 'size', keys: 'z', label: 'Size', run: (works) => acts.ask({ kind: 'size', works }) },
  ];
  const giving: readonly WorkAct[] = [
    { id: 'drop', keys: 'Backspace', label: 'Give up', tone: 'bad', run: (works) => acts.ask({ kind: 'drop', works }) },
  ];
  return [...(acts.mayShape ? shaping : []), ...(acts.mayMove ? giving : [])];
}

/**
 * The acts as keys of a list. While something is open beside the list, they mean that, unless the list has the focus:
 * `open` is what is open, undefined when it is none of the team's items, null when nothing is.
 */
export function rowKeysOf(list: readonly WorkAct[], open: Work | undefined | null): readonly RowKey<Work>[] {
  return list.map(({ keys, label, run }) => ({
    keys,
    label,
    run: (works) => {
      const meant = open === null || isInList() ? works : open === undefined ? [] : [open];
      if (meant.length > 0) run(meant);
    },
  }));
}

/** Whether a list has the focus. */
export function isInList(): boolean {
  return document.activeElement?.closest('[role="grid"]') != null;
}

export function menuEntriesOf(list: readonly WorkAct[], work: Work): readonly MenuEntry[] {
  return list.map(({ id, keys, label, tone, run }) => ({
    kind: 'item',
    id,
    keys,
    label,
    ...(tone !== undefined && { tone }),
    run: () => run([work]),
  }));
}

export type { WorkAct };
