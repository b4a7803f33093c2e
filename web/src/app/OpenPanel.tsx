// What is open beside a place, by the kind that its handle tells.
import { flagKeyOf } from '@shortlist/domain/flag/flag-handle.ts';
import { lazy, Suspense } from 'react';
import { useOpenItem } from './use-open-item.ts';

const IdeaPanel = lazy(async () => ({ default: (await import('../idea/IdeaPanel.tsx')).IdeaPanel }));
const FlagPanel = lazy(async () => ({ default: (await import('../flag/FlagPanel.tsx')).FlagPanel }));
const ItemPanel = lazy(async () => ({ default: (await import('../story/ItemPanel.tsx')).ItemPanel }));

export function OpenPanel() {
  const { handle, close } = useOpenItem();
  if (handle === null) return null;
  const Content = flagKeyOf(handle) !== null ? FlagPanel : handle.startsWith('IDEA-') ? IdeaPanel : ItemPanel;
  return (
    <Suspense>
      <Content key={handle} handle={handle} onClose={close} />
    </Suspense>
  );
}
