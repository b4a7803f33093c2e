// What can be done to the selected rows at once, at the foot of their list: on one line, and what has no room on it in a menu.
import { Ellipsis, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import type { Act } from '../ui/command.ts';
import { Menu } from '../ui/Menu.tsx';
import { menuEntriesOf } from '../ui/menu-entry.ts';
import { perform } from '../ui/questions.ts';
import styles from './SelectionBar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  /** All that are shown. */
  readonly total: number;
  /** Those in front keep their buttons longest. */
  readonly acts: readonly Act[];
  readonly onAll: () => void;
  readonly onClear: () => void;
}

export function SelectionBar(props: SelectionBarProps) {
  return props.count === 0 ? null : <FilledBar {...props} />;
}

function FilledBar({ count, total, acts, onAll, onClear }: SelectionBarProps) {
  const offered = count < total ? [...acts, selectAll(total, onAll)] : acts;
  const { line, fits, isMeasuring } = useFitting(offered.map(({ name, keys }) => `${name} ${keys[0] ?? ''}`).join('\n'));
  const shown = isMeasuring ? offered : offered.slice(0, fits);
  const rest = isMeasuring ? offered : offered.slice(fits);
  return (
    <div role="toolbar" aria-label="Selected" className={styles.bar}>
      <span role="status" className={styles.count}>
        {count} selected
      </span>
      <div ref={line} className={styles.acts}>
        {shown.map((act) => (
          <Button key={act.id} size="small" variant="plain" keys={act.keys[0]} onClick={() => perform(act)}>
            {act.name}
          </Button>
        ))}
      </div>
      {rest.length > 0 && (
        <Menu
          label="More"
          icon={<Ellipsis size={14} />}
          size="small"
          variant="plain"
          align="end"
          entries={() => menuEntriesOf(rest)}
        />
      )}
      <IconButton size="small" label="Clear the selection" keys="Escape" icon={<X size={16} />} onClick={onClear} />
    </div>
  );
}

function selectAll(total: number, run: () => void): Act {
  return { id: 'list.select_all', name: `Select all ${total}`, keys: ['$mod+a'], words: '', tone: 'plain', run };
}

/**
 * How many of the children of `line` have room on one line, the menu for the others beside them. While it is measured all of them are
 * drawn, and nobody sees it: that is done before the browser paints. `words`: what they say.
 */
function useFitting(words: string) {
  const line = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{ readonly words: string; readonly fits: number } | null>(null);
  const isMeasuring = measured?.words !== words;
  useLayoutEffect(() => {
    if (!isMeasuring || line.current === null) return;
    // Elements of HTML all of them: the buttons above.
    const children = [...line.current.children] as HTMLElement[];
    const top = children[0]?.offsetTop;
    setMeasured({ words, fits: children.filter(({ offsetTop }) => offsetTop === top).length });
  }, [isMeasuring, words]);
  useEffect(() => {
    // The page's width: the bar's own follows from what is in it.
    const page = line.current?.parentElement?.parentElement;
    if (page == null) return undefined;
    let width = page.clientWidth;
    const observer = new ResizeObserver(() => {
      if (page.clientWidth !== width) setMeasured(null);
      width = page.clientWidth;
    });
    observer.observe(page);
    return () => observer.disconnect();
  }, []);
  return { line, fits: measured?.fits ?? 0, isMeasuring };
}
