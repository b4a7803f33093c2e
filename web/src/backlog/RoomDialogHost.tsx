// The question what leaves a full refinement, once a page: it is drawn wherever something wanted to come in.
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { currentRoomAsked, onRoomAsked } from './make-room.ts';

const RoomDialog = lazy(async () => ({ default: (await import('./RoomDialog.tsx')).RoomDialog }));

export function RoomDialogHost() {
  const asked = useSyncExternalStore(onRoomAsked, currentRoomAsked);
  return <Suspense>{asked !== null && <RoomDialog asked={asked} />}</Suspense>;
}
