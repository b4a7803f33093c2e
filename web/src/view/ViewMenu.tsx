// The saved views of a place: one is gone to, saved, changed, shared or taken away here. `?view=` in the address names it.
import type { ViewPlace } from '@shortlist/domain/view/view-places.ts';
import { Bookmark } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useMe } from '../app/use-me.ts';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { isNothingAsked, isSameAsked, useViews } from './use-views.ts';

const SaveViewDialog = lazy(async () => ({ default: (await import('./SaveViewDialog.tsx')).SaveViewDialog }));

/** The view whose link was followed last: asking for less of it afterwards is one's own doing. */
let arrived: string | null = null;

export function ViewMenu({ place }: { readonly place: ViewPlace }) {
  const { views, current, asked, show, refetch } = useViews(place);
  const [saving, setSaving] = useState(false);
  const me = useMe();
  const mayShape = useMay('shape');
  const runsAll = me.role === 'owner' || me.role === 'admin';
  const mayChange = current !== null && mayShape && (current.view.madeBy === me.id || (current.shared && runsAll));
  const isChanged = current !== null && !isSameAsked(current.view, asked);

  // A link that only names the view means the view as it is now.
  const followed = isChanged && isNothingAsked(asked) && arrived !== current.view.id ? current.view : null;
  useEffect(() => {
    if (current !== null && followed === null) arrived = current.view.id;
    if (followed !== null) show(followed);
  });

  const change = async (fields: Partial<typeof asked> & { readonly shared?: boolean }, done: string) => {
    if (current === null) return;
    // Only what everyone sees is in the log that undo reads.
    const canUndo = current.shared && fields.shared === undefined;
    await act('view.edit', { viewId: current.view.id, ...fields }, { done, canUndo });
    refetch();
  };
  const takeAway = async () => {
    if (current === null) return;
    const { view, shared } = current;
    const sent = await act('view.remove', { viewId: view.id }, { done: `The view “${view.name}” is removed.`, canUndo: shared });
    refetch();
    if (!('refused' in sent)) show(null);
  };

  const listed = (label: string, ofShared: boolean): readonly MenuEntry[] => {
    const entries = views
      .filter(({ shared }) => shared === ofShared)
      .map(({ view }): MenuEntry => ({
        kind: 'item',
        id: view.id,
        label: view.name,
        checked: view.id === current?.view.id,
        run: () => show(view),
      }));
    return entries.length === 0 ? [] : [{ kind: 'heading', id: label, label }, ...entries];
  };
  const entries = (): readonly MenuEntry[] => {
    const ways: MenuEntry[] = [];
    const way = (id: string, label: string, run: () => void, tone: 'plain' | 'bad' = 'plain') =>
      ways.push({ kind: 'item', id, label, tone, run });
    if (mayShape) way('save', 'Save as a view…', () => setSaving(true));
    if (mayChange) {
      const { name } = current.view;
      if (isChanged) way('change', `Save into “${name}”`, () => void change(asked, `The view “${name}” is changed.`));
      if (current.shared) way('own', 'Keep it to its maker', () => void change({ shared: false }, 'Only its maker sees it now.'));
      else way('share', 'Share with everyone', () => void change({ shared: true }, 'Everyone sees this view now.'));
      way('remove', 'Remove this view', () => void takeAway(), 'bad');
    }
    return [
      { kind: 'item', id: 'none', label: 'The place as it is', checked: current === null, run: () => show(null) },
      ...listed('Everyone’s', true),
      ...listed('Yours', false),
      ...(ways.length === 0 ? [] : [{ kind: 'line', id: 'line' } as const]),
      ...ways,
    ];
  };
  return (
    <>
      <Menu
        label={current === null ? 'Views' : `${current.view.name}${isChanged ? ', changed' : ''}`}
        icon={<Bookmark size={14} />}
        size="small"
        variant="plain"
        entries={entries}
      />
      <Suspense>
        {saving && (
          <SaveViewDialog
            place={place}
            asked={asked}
            onClose={() => setSaving(false)}
            onSaved={(view) => {
              refetch();
              show(view);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
