// How a list is grouped and sorted, kept in the address.
import { readSort, writtenSort, type Grouping } from '@shortlist/domain/query/query-sort.ts';
import type { SortWord } from '@shortlist/domain/query/query-keys.ts';
import { SlidersHorizontal } from 'lucide-react';
import { useSearchText } from '../app/use-search-text.ts';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';

export interface ListMenuProps {
  readonly groupings: readonly Grouping[];
  readonly sorts: readonly SortWord[];
}

const groupWords: Readonly<Record<Grouping, string>> = {
  none: 'Not grouped',
  step: 'By step',
  owner: 'By owner',
  size: 'By size',
  type: 'By type',
  team: 'By team',
  label: 'By label',
};

const sortWords: Readonly<Record<SortWord, string>> = {
  age: 'Youngest first',
  moved: 'Moved last first',
  title: 'Title',
  handle: 'Handle',
  type: 'Type',
  step: 'Step',
  size: 'Size',
  owner: 'Owner',
  collaborator: 'Collaborators',
  team: 'Team',
  label: 'Labels',
};

export function ListMenu({ groupings, sorts }: ListMenuProps) {
  const [group, setGroup] = useSearchText('group');
  const [sortText, setSort] = useSearchText('sort');
  const sort = readSort(sortText);
  const entries: readonly MenuEntry[] = [
    { kind: 'heading', id: 'group', label: 'Group' },
    { kind: 'item', id: 'group own', label: 'As the place is', checked: group === '', run: () => setGroup('') },
    ...groupings.map((one): MenuEntry => ({
      kind: 'item',
      id: `group ${one}`,
      label: groupWords[one],
      checked: group === one,
      run: () => setGroup(one),
    })),
    { kind: 'line', id: 'line' },
    { kind: 'heading', id: 'sort', label: 'Sort' },
    { kind: 'item', id: 'sort own', label: 'As the place is', checked: sort === null, run: () => setSort('') },
    ...sorts.map((by): MenuEntry => ({
      kind: 'item',
      id: `sort ${by}`,
      label: sortWords[by],
      checked: sort?.by === by && !sort.isReversed,
      run: () => setSort(by),
    })),
    ...(sort === null
      ? []
      : [
          {
            kind: 'item',
            id: 'sort reversed',
            label: 'The other way round',
            checked: sort.isReversed,
            run: () => setSort(writtenSort({ ...sort, isReversed: !sort.isReversed })),
          } satisfies MenuEntry,
        ]),
  ];
  return <Menu label="Group and sort" iconOnly icon={<SlidersHorizontal size={16} />} align="end" entries={entries} />;
}
