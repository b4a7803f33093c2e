// The frame around every place: sidebar, capture, what is open beside the place, and the way between places.
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useSession } from '../sync/session.ts';
import { useFirstShown } from '../sync/use-first-shown.ts';
import { useConnection } from '../sync/use-connection.ts';
import { openPalette } from '../commands/palette-opener.ts';
import { AppFrame } from '../ui/AppFrame.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { useCapture } from '../idea/use-capture.ts';
import { frameCommands } from './app-commands.ts';
import { FrameFoot } from './FrameFoot.tsx';
import styles from './Frame.module.css';
import { noteTeam } from './last-team.ts';
import { OpenPanel } from './OpenPanel.tsx';
import { placeAt, usePlaces } from './places.tsx';
import { useMay } from './use-may.ts';
import { useMe } from './use-me.ts';
import { usePlaceFocus } from './use-place-focus.ts';

const CapturePanel = lazy(async () => ({ default: (await import('../idea/CapturePanel.tsx')).CapturePanel }));

export function Frame() {
  const me = useMe();
  const session = useSession();
  const { history } = useRouter();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const places = usePlaces({ role: me.role, memberId: me.id });
  const place = places.find(({ id }) => id === placeAt(path, places));
  const { state } = useConnection();
  const isFirstShown = useFirstShown();
  const mayCapture = useMay('capture');
  const mayRead = useMay('read');
  const capture = useCapture();
  useEffect(() => noteTeam(path), [path]);
  useEffect(() => {
    if (!isFirstShown) return;
    if (state === 'live') void import('./load-ahead.ts').then(({ loadAhead }) => loadAhead());
    void import('./tell-later.ts').then(({ tellLater }) => tellLater());
  }, [state, isFirstShown]);
  usePlaceFocus(path, place?.label ?? /^\/item\/(.+)$/.exec(path)?.[1] ?? 'Shortlist');
  const goTo = (href: string) => history.push(href);
  const search = () => {
    const field = document.querySelector<HTMLInputElement>('[data-search]');
    if (field === null) goTo('/search');
    else field.select();
  };
  useCommands(frameCommands, () => ({ mayCapture, capture: capture.open, search, mayRead, goTo }));

  return (
    <div data-places className={styles.inside}>
      <AppFrame
        brand={session.state === 'signed_in' ? session.workspace.name : ''}
        places={places}
        currentPlace={place?.id ?? null}
        onNavigate={goTo}
        {...(mayCapture && { act: { label: 'Capture', icon: <Plus size={16} />, keys: 'c', run: capture.open } })}
        find={{ label: 'Find and do', keys: '$mod+k', run: openPalette }}
        panel={<OpenPanel />}
        foot={<FrameFoot />}
      >
        <Suspense>
          <Outlet />
        </Suspense>
      </AppFrame>
      <Suspense>{capture.isOpen && mayCapture && <CapturePanel onClose={capture.close} />}</Suspense>
    </div>
  );
}
