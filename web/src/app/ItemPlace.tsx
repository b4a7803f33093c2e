// The page of whatever a handle names.
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

const IdeaPage = lazy(async () => ({ default: (await import('../idea/IdeaPage.tsx')).IdeaPage }));
const ItemPage = lazy(async () => ({ default: (await import('../story/ItemPage.tsx')).ItemPage }));

export function ItemPlace() {
  const { handle: given = '' } = useParams({ strict: false });
  const handle = given.toUpperCase();
  const Page = handle.startsWith('IDEA-') ? IdeaPage : ItemPage;
  return (
    <Suspense>
      <Page key={handle} handle={handle} />
    </Suspense>
  );
}
