// What the place that is shown is asked for: its filter, its order, what is open beside it, each behind the `?` of the address.
import { useRouter, useRouterState, type AnyRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { AskedSearch, type WriteLater } from './asked-search.ts';
import { textsOf, type PlaceSearch } from './search-text.ts';

/** One value of the address by its name, empty when absent, and how to set it. Setting replaces the address: Back leaves the place. */
export function useSearchText(name: string): readonly [string, (value: string) => void] {
  const asked = useAsked();
  const written = useRouterState({ select: ({ location }) => textsOf(location.search)[name] ?? '' });
  const changed = useSyncExternalStore(asked.subscribe, () => asked.changes[name]);
  const set = useCallback((value: string) => asked.ask({ [name]: value }), [asked, name]);
  return [changed ?? written, set];
}

/** All of them by name; the empty ones may be there or not. */
export function useSearchTexts(): PlaceSearch {
  const asked = useAsked();
  const written = useRouterState({ select: ({ location }) => location.search });
  const changes = useSyncExternalStore(asked.subscribe, () => asked.changes);
  return useMemo(() => ({ ...textsOf(written), ...changes }), [written, changes]);
}

/** What is asked of the place ahead of the address. One a page. */
export function useAsked(): AskedSearch {
  const router = useRouter();
  let asked = askedOf.get(router);
  if (asked === undefined) {
    asked = askedAhead(router);
    askedOf.set(router, asked);
  }
  return asked;
}

const askedOf = new WeakMap<AnyRouter, AskedSearch>();

function askedAhead(router: AnyRouter): AskedSearch {
  let isOurs = false;
  const asked = new AskedSearch(
    {
      path: () => router.history.location.pathname,
      write: async (changes, isStep) => {
        const given = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value || undefined]));
        isOurs = true;
        const done = router.navigate({ to: '.', search: (before: PlaceSearch) => ({ ...before, ...given }), replace: !isStep });
        // Else what is written next in this moment would be made one step with it.
        router.history.flush();
        isOurs = false;
        await done;
      },
    },
    whenTypingPauses,
  );
  router.history.subscribe(() => {
    if (!isOurs) asked.forget();
  });
  // Whoever leaves a field may go anywhere next.
  document.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLInputElement) asked.flush();
  });
  return asked;
}

/** Milliseconds without a letter after which somebody is taken to have paused. */
const pauseMs = 200;

/** In a field: when the typing pauses. Elsewhere: when the change has been painted. */
const whenTypingPauses: WriteLater = (write) => {
  if (document.activeElement instanceof HTMLInputElement) {
    const timer = setTimeout(write, pauseMs);
    return () => clearTimeout(timer);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(write)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};
