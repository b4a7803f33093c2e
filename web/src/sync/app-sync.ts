// The one sync of the page; nothing is asked for until a screen looks at the session.
import type { Guesses } from './command-queue.ts';
import { createSync } from './sync.ts';
import { browserTransport } from './transport.ts';

let guesses: Guesses | null = null;

export const appTransport = browserTransport();
export const appSync = createSync(appTransport, () => guesses ?? {});

// The decisions are fetched after the first rows are shown, so that those do not wait for them.
appSync.connection.subscribe(() => {
  if (guesses === null && appSync.connection.current().state === 'live') void loadGuesses();
});

async function loadGuesses(): Promise<void> {
  try {
    guesses = (await import('./guesses.ts')).guesses;
  } catch {
    // Commands do without until the connection is live the next time.
  }
}
