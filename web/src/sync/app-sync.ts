// The one sync of the page; nothing is asked for until a screen looks at the session.
import { createSync } from './sync.ts';
import { browserTransport } from './transport.ts';

export const appSync = createSync(browserTransport());
