// The one sync of the page; nothing is asked for until a screen looks at the session.
import type { Guesses } from './command-queue.ts';
import { createSync } from './sync.ts';
import { browserTransport } from './transport.ts';

let guesses: Guesses | null = null;

export const appTransport = browserTransport();

// The decisions, and what keeps the disk, are fetched after the first rows are shown, so that those do not wait for them.
export const appSync = createSync(appTransport, {
  guesses: () => guesses ?? {},
  keepStore: async (...args) => {
    const { keepStore } = await import('./store-keeper.ts');
    await keepStore(...args);
  },
});

appSync.connection.subscribe(() => {
  if (guesses === null && appSync.connection.current().state !== 'loading') void loadGuesses();
});

let isMarked = false;
/** For measuring: when what was kept, or what the server sent, had been painted. */
appSync.connection.subscribe(() => {
  const { state } = appSync.connection.current();
  if (isMarked || (state !== 'catching_up' && state !== 'live')) return;
  isMarked = true;
  const from = state === 'live' ? 'server' : 'disk';
  requestAnimationFrame(() => setTimeout(() => performance.mark(`shortlist.rows-from-${from}`)));
});

async function loadGuesses(): Promise<void> {
  try {
    guesses = (await import('./guesses.ts')).guesses;
  } catch {
    // Commands do without until the connection changes the next time.
  }
}
