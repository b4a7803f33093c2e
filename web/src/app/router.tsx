// Every address of the app and what is drawn there. What the first list does not need is loaded when it is gone to.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ParkingLot } from '../idea/ParkingLot.tsx';
import { Frame } from './Frame.tsx';
import { NothingHere } from './NothingHere.tsx';
import { Root } from './Root.tsx';
import { readSearch, textsOf, writeSearch } from './search-text.ts';
import { SignedIn } from './SignedIn.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NothingHere, validateSearch: textsOf });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../workspace/SetupPage.tsx'), 'SetupPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../workspace/JoinPage.tsx'), 'JoinPage'),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
const frame = createRoute({ getParentRoute: () => signedIn, id: 'frame', component: Frame });

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    // The router's own way of sending elsewhere.
    // oxlint-disable-next-line typescript/only-throw-error
    throw redirect({ to: '/parking-lot', replace: true });
  },
});
const login = createRoute({
  getParentRoute: () => frame,
  path: '/login',
  beforeLoad: () => {
    // oxlint-disable-next-line typescript/only-throw-error -- as above
    throw redirect({ to: '/parking-lot', replace: true });
  },
});
const parkingLot = createRoute({ getParentRoute: () => frame, path: '/parking-lot', component: ParkingLot });
const everything = createRoute({
  getParentRoute: () => frame,
  path: '/everything',
  component: lazyRouteComponent(() => import('../everything/EverythingPage.tsx'), 'EverythingPage'),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('../workspace/SettingsPage.tsx'), 'SettingsPage'),
});
const settingsSection = createRoute({
  getParentRoute: () => frame,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../workspace/SettingsPage.tsx'), 'SettingsPage'),
});
const teamSettings = createRoute({
  getParentRoute: () => frame,
  path: '/settings/teams/$team',
  component: lazyRouteComponent(() => import('../workspace/TeamSettingsPage.tsx'), 'TeamSettingsPage'),
});

const routeTree = root.addChildren([
  setup,
  join,
  signedIn.addChildren([frame.addChildren([home, login, parkingLot, everything, settings, settingsSection, teamSettings])]),
]);

export const router = createRouter({ routeTree, parseSearch: readSearch, stringifySearch: writeSearch, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
