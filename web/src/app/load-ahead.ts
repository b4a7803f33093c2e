// Fetches the places that were not needed yet, once the first one is shown: going there, also offline, then waits for nothing.

let begun = false;

/** Loads them while the browser has nothing else to do; a second call does nothing. */
export function loadAhead(): void {
  if (begun) return;
  begun = true;
  const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : (run: () => void) => setTimeout(run, 1000);
  whenIdle(() => {
    const places = [
      import('../home/HomePlace.tsx'),
      import('../idea/ParkingLot.tsx'),
      import('../idea/IdeaPanel.tsx'),
      import('../idea/CapturePanel.tsx'),
      import('../commands/OpenPalette.tsx'),
      import('../story/RefinementPage.tsx'),
      import('../backlog/BacklogPage.tsx'),
      import('../story/ItemPanel.tsx'),
      import('../review/ReviewPage.tsx'),
      import('../everything/EverythingPage.tsx'),
    ];
    // What cannot be fetched now is fetched when it is gone to.
    void Promise.allSettled(places);
  });
}
