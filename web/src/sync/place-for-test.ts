// One browser and its server, for tests of what outlives a page.
import type { Change } from '@shortlist/domain/decision.ts';
import type { TestBrowser, TestTab } from './browser-for-test.ts';
import { ModelServer, syncOn } from './model-server-for-test.ts';
import type { Sync } from './sync.ts';
import { World } from './world-for-test.ts';

export interface Page {
  readonly sync: Sync;
  readonly tab: TestTab;
  /** The addresses that were asked for. */
  readonly asked: string[];
}

/** One browser whose tabs are opened and closed at will, with its server. */
export class Place {
  readonly world = new World(1);
  readonly server = new ModelServer(this.world, ['ada', 'ben']);
  readonly browser: TestBrowser = this.world.browser();
  /** Whose cookie the browser has. */
  who = 'ada';
  isDown = false;
  /** When pages that are opened from now on have what the first rows do not need. */
  whenLoaded: Promise<unknown> = Promise.resolve();

  /** `isLooked`: a screen asks who is signed in, as soon as it is open. */
  open(isLooked = true): Page {
    const tab = this.browser.openTab();
    const asked: string[] = [];
    const way = this.world.transport(
      this.who,
      {
        answer: (_who, path, init) => this.server.answer(this.who, path, init),
        admit: (_who, path, socket) => {
          asked.push(path);
          if (this.isDown) socket.close();
          else return this.server.admit(this.who, path, socket);
          return undefined;
        },
      },
      tab,
    );
    const fetch: typeof way.fetch = (path, init) => {
      asked.push(path);
      return this.isDown ? Promise.reject(new TypeError('no network')) : way.fetch(path, init);
    };
    const sync = syncOn({ ...way, fetch }, this.whenLoaded);
    if (isLooked) sync.session.subscribe(() => undefined);
    return { sync, tab, asked };
  }

  async openLive(): Promise<Page> {
    const page = this.open();
    await this.world.until(() => page.sync.connection.current().state === 'live', 'live');
    return page;
  }

  /** Lets some time pass: what is to be kept is kept then. */
  async settle(ms = 10_000): Promise<void> {
    const begun = this.world.now;
    while (this.world.now - begun < ms && (await this.world.step()));
  }

  rename(name: string): void {
    this.server.write(null, [
      {
        event: 'workspace.edited',
        entity: 'workspace',
        id: 'wsp_1',
        value: { id: 'wsp_1', name, createdAt: '' },
      } as unknown as Change,
    ]);
  }
}
