// How the board is laid out in lanes, where a list says how it is grouped: nothing moves when one becomes the other.
import { SlidersHorizontal } from 'lucide-react';
import { useSearchText } from '../app/use-search-text.ts';
import { Menu } from '../ui/Menu.tsx';

const choices = [
  { id: '', label: 'No lanes' },
  { id: 'owner', label: 'By owner' },
] as const;

export function LaneMenu() {
  const [lanes, setLanes] = useSearchText('lanes');
  return (
    <Menu
      label="Lanes"
      iconOnly
      icon={<SlidersHorizontal size={16} />}
      align="end"
      entries={choices.map(({ id, label }) => ({
        kind: 'item',
        id: `lanes ${id}`,
        label,
        checked: id === (lanes === 'owner' ? 'owner' : ''),
        run: () => setLanes(id),
      }))}
    />
  );
}
