// What is open beside a place, by the kind that its handle tells.
import { lazy, Suspense } from 'react';
import { useOpenItem } from './use-open-item.ts';

const IdeaPanel = lazy(async () => ({ default: (await import('../idea/IdeaPanel.tsx')).IdeaPanel }));

export function OpenPanel() {
  const { handle, close } = useOpenItem();
  return (
    <Suspense>{handle?.startsWith('IDEA-') === true && <IdeaPanel key={handle} handle={handle} onClose={close} />}</Suspense>
  );
}
