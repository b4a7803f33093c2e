import { Plus } from 'lucide-react';
import { AppFrame } from '../ui/AppFrame.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { placeAt, usePlaces } from './places.tsx';
import type { SessionHint } from './session-hint.ts';

/** The frame as it was at the last visit, while the server says who is signed in. */
export function WaitingFrame({ hint }: { readonly hint: SessionHint }) {
  const places = usePlaces({ role: hint.role, memberId: null });
  return (
    <AppFrame
      brand={hint.workspace}
      places={places}
      currentPlace={placeAt(location.pathname, places)}
      onNavigate={(href) => location.assign(href)}
      act={{ label: 'Capture', icon: <Plus size={16} />, run: () => undefined }}
    >
      <Skeleton label="Loading">
        <SkeletonRows />
      </Skeleton>
    </AppFrame>
  );
}
