// Where the palette opens for whoever is signed in, full-screen places included, and the ways between places.
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { memberCommands } from '../app/app-commands.ts';
import { goCommands } from '../app/go-commands.ts';
import { usePlaces } from '../app/places.tsx';
import { useMe } from '../app/use-me.ts';
import { signOut } from '../sync/session.ts';
import { useCommands } from '../ui/use-commands.ts';
import { onPaletteChange, openPalette, paletteOffers } from './palette-opener.ts';

const OpenPalette = lazy(async () => ({ default: (await import('./OpenPalette.tsx')).OpenPalette }));

export function PaletteHost() {
  const me = useMe();
  const { history } = useRouter();
  const places = usePlaces({ role: me.role, memberId: me.id });
  const offers = useSyncExternalStore(onPaletteChange, paletteOffers);
  useCommands(goCommands, () => ({ places, goTo: (href) => history.push(href) }));
  useCommands(memberCommands, () => ({ openPalette, signOut: () => void signOut() }));
  return <Suspense>{offers !== null && <OpenPalette offers={offers} places={places} />}</Suspense>;
}
