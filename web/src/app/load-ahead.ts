// Fetches the places that were not needed yet, once the first one is shown: going there, also offline, then waits for nothing.

let begun = false;

/** Loads them while the browser has nothing else to do; a second call does nothing. */
export function loadAhead(): void {
  if (begun) return;
  begun = true;
  // A busy machine may never have nothing else to do.
  const whenIdle = (run: () => void) =>
    'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 2_000 }) : setTimeout(run, 1_000);
  whenIdle(() => {
    const places = [
      import('../home/HomePlace.tsx'),
      import('../notice/NoticesPage.tsx'),
      import('../idea/ParkingLot.tsx'),
      import('../idea/IdeaPanel.tsx'),
      import('../idea/CapturePanel.tsx'),
      import('../commands/OpenPalette.tsx'),
      import('../story/RefinementPage.tsx'),
      import('../backlog/BacklogPage.tsx'),
      import('../story/ItemPanel.tsx'),
      import('../review/ReviewPage.tsx'),
      import('../everything/EverythingPage.tsx'),
      import('../search/SearchPage.tsx'),
      import('../flag/FlagsPage.tsx'),
      import('../flag/FlagPanel.tsx'),
    ];
    if (import.meta.env.PROD) void import('./app-update.ts').then(async ({ keepApp }) => await keepApp());
    // What cannot be fetched now is fetched when it is gone to.
    void Promise.allSettled(places);
  });
}
