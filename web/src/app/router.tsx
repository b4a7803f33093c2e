// Every address of the app and what is drawn there. What the first list does not need is loaded when it is gone to.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { BrokenPlace } from './BrokenPlace.tsx';
import { Frame } from './Frame.tsx';
import { ItemPlace } from './ItemPlace.tsx';
import { NothingAtAll } from './NothingHere.tsx';
import { Root } from './Root.tsx';
import { readSearch, textsOf, writeSearch } from './search-text.ts';
import { SignedIn } from './SignedIn.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NothingAtAll, validateSearch: textsOf });

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
  component: lazyRouteComponent(() => import('../home/HomePlace.tsx'), 'HomePlace'),
});
const share = createRoute({
  getParentRoute: () => frame,
  path: '/share',
  beforeLoad: async ({ search }) => {
    (await import('../idea/share.ts')).captureShared(search);
    // oxlint-disable-next-line typescript/only-throw-error -- as above
    throw redirect({ to: '/parking-lot', search: {}, replace: true });
  },
});
const login = createRoute({
  getParentRoute: () => frame,
  path: '/login',
  beforeLoad: () => {
    // The router's own way of sending elsewhere.
    // oxlint-disable-next-line typescript/only-throw-error
    throw redirect({ to: '/', replace: true });
  },
});
const parkingLot = createRoute({
  getParentRoute: () => frame,
  path: '/parking-lot',
  component: lazyRouteComponent(() => import('../idea/ParkingLot.tsx'), 'ParkingLot'),
});
const notices = createRoute({
  getParentRoute: () => frame,
  path: '/notices',
  component: lazyRouteComponent(() => import('../notice/NoticesPage.tsx'), 'NoticesPage'),
});
const everything = createRoute({
  getParentRoute: () => frame,
  path: '/everything',
  component: lazyRouteComponent(() => import('../everything/EverythingPage.tsx'), 'EverythingPage'),
});
const search = createRoute({
  getParentRoute: () => frame,
  path: '/search',
  component: lazyRouteComponent(() => import('../search/SearchPage.tsx'), 'SearchPage'),
});
const refinement = createRoute({
  getParentRoute: () => frame,
  path: '/refinement/$team',
  component: lazyRouteComponent(() => import('../story/RefinementPage.tsx'), 'RefinementPage'),
});
const backlog = createRoute({
  getParentRoute: () => frame,
  path: '/backlog/$team',
  component: lazyRouteComponent(() => import('../backlog/BacklogPage.tsx'), 'BacklogPage'),
});
const formerCleanUps = createRoute({
  getParentRoute: () => frame,
  path: '/to-clean-up',
  beforeLoad: ({ search: asked }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- as above
    throw redirect({ to: '/flags/to-clean-up', search: asked, replace: true });
  },
});
const cleanUps = createRoute({
  getParentRoute: () => frame,
  path: '/flags/to-clean-up',
  component: lazyRouteComponent(() => import('../removal/CleanUpPage.tsx'), 'CleanUpPage'),
});
const flags = createRoute({
  getParentRoute: () => frame,
  path: '/flags',
  component: lazyRouteComponent(() => import('../flag/FlagsPage.tsx'), 'FlagsPage'),
});
const flag = createRoute({
  getParentRoute: () => frame,
  path: '/flags/flag/$key',
  component: lazyRouteComponent(() => import('../flag/FlagPage.tsx'), 'FlagPage'),
});
const segments = createRoute({
  getParentRoute: () => frame,
  path: '/flags/segments',
  component: lazyRouteComponent(() => import('../flag/SegmentsPage.tsx'), 'SegmentsPage'),
});
const segment = createRoute({
  getParentRoute: () => frame,
  path: '/flags/segments/$key',
  component: lazyRouteComponent(() => import('../flag/SegmentPage.tsx'), 'SegmentPage'),
});
const tryIt = createRoute({
  getParentRoute: () => frame,
  path: '/try/$token',
  component: lazyRouteComponent(() => import('../trying/TryPage.tsx'), 'TryPage'),
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
const personaPage = createRoute({
  getParentRoute: () => frame,
  path: '/settings/personas/$persona',
  component: lazyRouteComponent(() => import('../persona/PersonaPage.tsx'), 'PersonaPage'),
});

const item = createRoute({ getParentRoute: () => frame, path: '/item/$handle', component: ItemPlace });
const review = createRoute({
  getParentRoute: () => signedIn,
  path: '/review/$id',
  component: lazyRouteComponent(() => import('../review/ReviewPage.tsx'), 'ReviewPage'),
});

const routeTree = root.addChildren([
  setup,
  join,
  signedIn.addChildren([
    frame.addChildren([
      home,
      share,
      login,
      parkingLot,
      refinement,
      backlog,
      notices,
      everything,
      search,
      flags,
      flag,
      segments,
      segment,
      cleanUps,
      formerCleanUps,
      item,
      tryIt,
      settings,
      settingsSection,
      teamSettings,
      personaPage,
    ]),
    review,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: false,
  defaultErrorComponent: BrokenPlace,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
