import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { discardDraft, newDraft, useDrafts, type Draft } from './drafts.ts';

/** The other drafts, a new one, and throwing this one away; nothing while this is the only one and empty. */
export function DraftMenu({ current, onChoose }: { readonly current: Draft; readonly onChoose: (draft: Draft) => void }) {
  const drafts = useDrafts();
  const others = drafts.filter(({ id }) => id !== current.id);
  const isKept = others.length < drafts.length;
  if (drafts.length === 0) return null;
  const entries: MenuEntry[] = others.map((draft) => ({
    kind: 'item',
    id: draft.id,
    label: nameOf(draft),
    run: () => onChoose(draft),
  }));
  if (others.length > 0) entries.unshift({ kind: 'heading', id: 'others', label: 'Other drafts' });
  if (others.length > 0 && isKept) entries.push({ kind: 'line', id: 'line' });
  if (isKept) {
    entries.push(
      { kind: 'item', id: 'new', label: 'Keep this and begin another', run: () => onChoose(newDraft()) },
      {
        kind: 'item',
        id: 'discard',
        label: 'Throw this draft away',
        tone: 'bad',
        run: () => {
          discardDraft(current.id);
          onChoose(others[0] ?? newDraft());
        },
      },
    );
  }
  return (
    <Menu label={drafts.length === 1 ? '1 draft' : `${drafts.length} drafts`} variant="plain" align="start" entries={entries} />
  );
}

function nameOf({ problem, context, forWhom }: Draft): string {
  const words = [problem, context, forWhom].map((text) => text.trim()).find((text) => text !== '') ?? '';
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
