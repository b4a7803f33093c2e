// Time, chance and a network for tests: nothing happens until a test steps on, and a seed decides all that can go wrong.
import { TestBrowser, type TestTab } from './browser-for-test.ts';
import type { Socket, SocketEvents, Transport } from './transport.ts';

interface Event {
  readonly at: number;
  readonly run: () => void;
}

/** The server's side of one socket. */
export interface ServerSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

export interface Served {
  readonly status: number;
  readonly body: string;
}

/** What stands at the other end of the network. */
export interface TestServer {
  readonly answer: (who: string, path: string, init: RequestInit) => Served;
  /** Answers how what the client says is heard, if it is. */
  readonly admit: (who: string, path: string, socket: ServerSocket) => ((text: string) => void) | void;
}

export class World {
  /** Milliseconds; begins on a Sunday. */
  now = Date.parse('2026-11-22T10:00:00.000Z');
  /** How likely each thing that can go wrong goes wrong, 0 to 1. */
  trouble = 0;
  private events: Event[] = [];
  private state: number;
  private ids = 0;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to 1; the generator is xorshift32 over a Weyl sequence, which needs no good seed. */
  random = (): number => {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };

  pick<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(this.random() * values.length)];
  }

  after = (ms: number, run: () => void): (() => void) => {
    const event = { at: this.now + ms, run };
    this.events.push(event);
    return () => {
      this.events = this.events.filter((other) => other !== event);
    };
  };

  /** Lets the next event happen; answers false when there is none. */
  async step(): Promise<boolean> {
    const next = this.events.reduce<Event | null>(
      (first, event) => (first === null || event.at < first.at ? event : first),
      null,
    );
    if (next === null) return false;
    this.events = this.events.filter((other) => other !== next);
    this.now = Math.max(this.now, next.at);
    next.run();
    await settled();
    return true;
  }

  /** Steps on until `isSo`; throws when that takes too long. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    await settled();
    for (let steps = 0; !isSo(); steps += 1) {
      if (steps > 20_000 || !(await this.step())) throw new Error(`it never came to this: ${what}`);
    }
  }

  /** A browser with an empty disk. */
  browser(): TestBrowser {
    return new TestBrowser({ after: this.after, delay: () => this.delay(), goesWrong: () => this.goesWrong() });
  }

  /** A client's way to the server; nothing comes through it once its tab is closed. */
  transport(who: string, server: TestServer, tab: TestTab = this.browser().openTab()): Transport {
    return {
      fetch: (path, init) => this.fetch(who, server, path, init, tab),
      openSocket: (path, events) => this.openSocket(who, server, path, events, tab),
      disk: tab.disk,
      tabs: tab.tabs,
      notepad: tab.notepad,
      after: tab.later,
      afterPaint: (run) => void tab.later(1, run),
      now: () => this.now,
      random: this.random,
      newCommandId: () => {
        this.ids += 1;
        return `019a0000-0000-7000-8000-${this.ids.toString(16).padStart(12, '0')}`;
      },
      onWake: () => undefined,
      onLeave: (run) => tab.onLeave(run),
      onNetworkLost: () => undefined,
    };
  }

  private goesWrong(): boolean {
    return this.random() < this.trouble;
  }

  private delay(): number {
    return 1 + this.random() * 80;
  }

  private fetch(who: string, server: TestServer, path: string, init: RequestInit, tab: TestTab): Promise<Response> {
    return new Promise((resolve, reject) => {
      const fail = () => {
        if (tab.isOpen) reject(new TypeError('the network is gone'));
      };
      init.signal?.addEventListener('abort', fail);
      // What was sent arrives though the tab is closed.
      this.after(this.delay(), () => {
        if (this.goesWrong()) return fail();
        const { status, body } = server.answer(who, path, init);
        tab.later(this.delay(), () => {
          // The answer is lost, though the server did what was asked.
          if (this.goesWrong()) return fail();
          const breaksOff = this.goesWrong();
          resolve(new Response(piecewise(body, breaksOff ? Math.floor(this.random() * body.length) : body.length), { status }));
        });
      });
    });
  }

  private openSocket(who: string, server: TestServer, path: string, events: SocketEvents, tab: TestTab): Socket {
    let open = true;
    let lastAt = 0;
    let lastSaidAt = 0;
    let hear: ((text: string) => void) | void;
    const close = () => {
      if (!open) return;
      open = false;
      events.onClose();
    };
    const inOrder = (run: () => void) => {
      lastAt = Math.max(lastAt, this.now + this.delay());
      this.after(lastAt - this.now, () => {
        if (open && tab.isOpen) run();
      });
    };
    this.after(this.delay(), () => {
      if (!open || !tab.isOpen) return;
      if (this.goesWrong()) return close();
      hear = server.admit(who, path, {
        send: (text) => {
          if (this.goesWrong()) return inOrder(close);
          // A message is lost or comes twice; worse than TCP, and still nothing may be missed.
          if (!this.goesWrong()) inOrder(() => events.onText(text));
          if (this.goesWrong()) inOrder(() => events.onText(text));
        },
        close: () => inOrder(close),
      });
    });
    return {
      close: () => {
        open = false;
      },
      say: (text) => {
        if (!open) return;
        lastSaidAt = Math.max(lastSaidAt, this.now + this.delay());
        this.after(lastSaidAt - this.now, () => hear?.(text));
      },
    };
  }
}

/** After everything that promises have to do; streams take several turns. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A body that arrives in pieces cut anywhere, and breaks off after `length` letters. */
function piecewise(body: string, length: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body.slice(0, length));
  const size = Math.max(1, Math.ceil(bytes.length / 3));
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
      else if (length < body.length) controller.error(new TypeError('broke off'));
      else controller.close();
      at += size;
    },
  });
}
