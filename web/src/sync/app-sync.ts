// The one sync of the page; nothing is asked for until a screen looks at the session.
import { noteThere, whenFirstShown } from './use-first-shown.ts';
import { createSync } from './sync.ts';
import { browserTransport } from './transport.ts';

export const appTransport = browserTransport();

export const appSync = createSync(appTransport, async () => (await import('./later.ts')).later, whenFirstShown);

let isMarked = false;
/** For measuring: when what was kept, or what the server sent, had been painted. */
appSync.connection.subscribe(() => {
  const { state } = appSync.connection.current();
  if (isMarked || (state !== 'catching_up' && state !== 'live')) return;
  isMarked = true;
  noteThere('values');
  const from = state === 'live' ? 'server' : 'disk';
  requestAnimationFrame(() => setTimeout(() => performance.mark(`shortlist.rows-from-${from}`)));
});
