// Draws what is inside only while somebody is signed in; otherwise the way in, at the same address.
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useSession } from '../sync/session.ts';
import { useServerAhead } from '../sync/use-connection.ts';
import { correctClock } from '../ui/minute-clock.ts';
import { PaletteHost } from '../commands/PaletteHost.tsx';
import { useAnnouncing } from './announcing.ts';
import { ConnectionMark } from './ConnectionMark.tsx';
import { keepTeams } from './last-team.ts';
import { forgetUndoable } from './notify.ts';
import { keepSessionHint, sessionHint } from './session-hint.ts';
import { WaitingFrame } from './WaitingFrame.tsx';

const OthersAnnouncer = lazy(async () => ({ default: (await import('./OthersAnnouncer.tsx')).OthersAnnouncer }));
const LoginPage = lazy(async () => ({ default: (await import('../workspace/LoginPage.tsx')).LoginPage }));

export function SignedIn() {
  const session = useSession();
  const isAnnouncing = useAnnouncing();
  const serverAhead = useServerAhead();
  useEffect(() => correctClock(serverAhead), [serverAhead]);
  const { state } = session;
  const workspace = state === 'signed_in' ? session.workspace.name : null;
  const role = state === 'signed_in' ? session.member.role : null;
  useEffect(() => {
    if (workspace !== null && role !== null) keepSessionHint({ workspace, role });
    if (state !== 'signed_out') return;
    keepSessionHint(null);
    keepTeams([]);
    forgetUndoable();
  }, [state, workspace, role]);

  if (state === 'signed_in') {
    return (
      <>
        <Outlet />
        <PaletteHost />
        <Suspense>{isAnnouncing && <OthersAnnouncer />}</Suspense>
        <ConnectionMark />
      </>
    );
  }
  const hint = sessionHint();
  if (state === 'signed_out' || hint === null) {
    return <Suspense>{state !== 'loading' && <LoginPage unreachable={state === 'unreachable'} />}</Suspense>;
  }
  return <WaitingFrame hint={hint} unreachable={state === 'unreachable'} />;
}
