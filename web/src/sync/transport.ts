// What sync needs of the world outside: requests, a socket, a disk, other tabs, timers and chance. Tests give their own.
import { uuidv7 } from 'uuidv7';
import type { Disk } from './disk.ts';
import { indexedDisk } from './indexed-disk.ts';
import type { Notepad } from './last-words.ts';
import { notepadIn } from './notepad.ts';
import { browserTabs, type Tabs } from './tabs.ts';

export interface SocketEvents {
  readonly onText: (text: string) => void;
  /** Called once, whoever closed it. */
  readonly onClose: () => void;
}

export interface Socket {
  readonly close: () => void;
  /** What is said before it is open, or after its end, is lost. */
  readonly say: (text: string) => void;
}

export interface Transport {
  /** Rejects when there is no answer at all. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly openSocket: (path: string, events: SocketEvents) => Socket;
  /** What this browser keeps; all its tabs share it. */
  readonly disk: Disk;
  readonly tabs: Tabs;
  /** Where a page that is being left can still write. */
  readonly notepad: Notepad;
  /** Runs once after `ms` milliseconds; answers how to prevent it. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Runs once after the browser has painted what there is to be painted now, or a little later. */
  readonly afterPaint: (run: () => void) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly newCommandId: () => string;
  /** Calls `run` when the browser says that it has a network again, or that the page is looked at again. */
  readonly onWake: (run: () => void) => void;
  /** Calls `run` when the page may be about to end, after the field that was being edited has been left. */
  readonly onLeave: (run: () => void) => void;
  /** Calls `run` when the browser says that it has lost the network. */
  readonly onNetworkLost: (run: () => void) => void;
}

export function browserTransport(): Transport {
  return {
    fetch: (path, init) => fetch(path, { ...init, credentials: 'same-origin' }),
    openSocket: (path, events) => {
      const address = new URL(path, location.href);
      address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
      const socket = new WebSocket(address);
      socket.addEventListener('message', (message) => {
        if (typeof message.data === 'string') events.onText(message.data);
      });
      socket.addEventListener('close', () => events.onClose());
      return {
        close: () => socket.close(),
        say: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
      };
    },
    disk: indexedDisk(),
    tabs: browserTabs(),
    notepad: notepadIn(() => localStorage),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    afterPaint,
    now: () => Date.now(),
    random: () => Math.random(),
    newCommandId: () => uuidv7(),
    onWake: (run) => {
      // Loaded outside of a browser, as by a test of a screen's logic: nothing goes to sleep there.
      if (typeof document === 'undefined') return;
      addEventListener('online', run);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') run();
      });
    },
    onLeave: (run) => {
      if (typeof document === 'undefined') return;
      addEventListener('pagehide', () => {
        // A field is saved when it is left, and a page that goes does not say so to its fields.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        run();
      });
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') run();
      });
    },
    onNetworkLost: (run) => {
      if (typeof document !== 'undefined') addEventListener('offline', run);
    },
  };
}

/** As in `Transport`. A page that paints nothing, since nobody looks at it, is waited for no longer than `patienceMs`. */
export function afterPaint(run: () => void, patienceMs = 100): void {
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    setTimeout(run);
  });
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, patienceMs);
}

/** How long to wait before the next try: doubling from half a second to half a minute, each time half of it by chance. */
export function backOff(tries: number, random: () => number): number {
  const whole = Math.min(30_000, 500 * 2 ** Math.min(tries, 10));
  return whole / 2 + random() * (whole / 2);
}
