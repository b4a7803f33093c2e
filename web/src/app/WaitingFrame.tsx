// The frame as it was at the last visit, while the server says who is signed in.
import { Plus } from 'lucide-react';
import { AppFrame } from '../ui/AppFrame.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { placeAt, usePlaces } from './places.tsx';
import type { SessionHint } from './session-hint.ts';

export interface WaitingFrameProps {
  readonly hint: SessionHint;
  /** The server does not answer; it is asked again and again. */
  readonly unreachable: boolean;
}

export function WaitingFrame({ hint, unreachable }: WaitingFrameProps) {
  const places = usePlaces({ role: hint.role, memberId: null });
  return (
    <AppFrame
      brand={hint.workspace}
      places={places}
      currentPlace={placeAt(location.pathname, places)}
      onNavigate={(href) => location.assign(href)}
      act={{ label: 'Capture', icon: <Plus size={16} />, run: () => undefined }}
      find={{ label: 'Find and do', keys: '$mod+k', run: () => undefined }}
    >
      {unreachable ? (
        <EmptyState sentence="The server cannot be reached. Shortlist keeps trying, so you can leave this open." />
      ) : (
        <Skeleton label="Loading">
          <SkeletonRows />
        </Skeleton>
      )}
    </AppFrame>
  );
}
