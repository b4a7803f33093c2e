// A browser for tests: one disk and one set of places for all its tabs, which may be closed at any moment, as by a crash.
import { memoryDisk, type Disk } from './disk.ts';
import type { Notepad } from './last-words.ts';
import type { TabMessage, Tabs } from './tabs.ts';

/** Time and chance, as a world has them. */
interface Chance {
  readonly after: (ms: number, run: () => void) => () => void;
  readonly delay: () => number;
  readonly goesWrong: () => boolean;
}

interface Turn {
  readonly tab: TestTab;
  readonly begin: () => void;
}

export class TestBrowser {
  /** What a look at the disk from outside shows. */
  readonly disk = memoryDisk();
  /** What stands on the notepad of its tabs, by the ids of the notes. */
  readonly notes = new Map<string, string>();
  readonly chance: Chance;
  private readonly tabs = new Set<TestTab>();
  private readonly turns = new Map<string, Turn[]>();

  constructor(chance: Chance) {
    this.chance = chance;
  }

  openTab(): TestTab {
    const tab = new TestTab(this);
    this.tabs.add(tab);
    return tab;
  }

  /** The tab's events do not happen any more; what it held goes to the next that waits. */
  close(tab: TestTab): void {
    this.tabs.delete(tab);
    for (const [name, turns] of this.turns) {
      const held = turns[0]?.tab === tab;
      const left = turns.filter((turn) => turn.tab !== tab);
      this.turns.set(name, left);
      if (held) left[0]?.begin();
    }
  }

  async alone(tab: TestTab, name: string, work: () => Promise<void>): Promise<void> {
    const turns = this.turns.get(name) ?? [];
    this.turns.set(name, turns);
    await new Promise<void>((resolve) => {
      turns.push({ tab, begin: resolve });
      if (turns.length === 1) resolve();
    });
    await work();
    const now = this.turns.get(name) ?? [];
    now.shift();
    now[0]?.begin();
  }

  /** All that stands on the notepad of its tabs; null: nothing. */
  get noted(): string | null {
    return this.notes.size === 0 ? null : [...this.notes.values()].join(' ');
  }

  note(from: TestTab, id: string, text: string | null): void {
    if (text === null) this.notes.delete(id);
    else this.notes.set(id, text);
    if (text !== null) for (const tab of this.tabs) if (tab !== from) tab.hearOfNote();
  }

  tell(from: TestTab, message: TabMessage): void {
    for (const tab of this.tabs) if (tab !== from) tab.hear(structuredClone(message));
  }
}

export class TestTab {
  isOpen = true;
  readonly disk: Disk;
  readonly tabs: Tabs;
  readonly notepad: Notepad;
  private readonly browser: TestBrowser;
  private readonly leaveListeners: (() => void)[] = [];
  private readonly listeners: ((message: TabMessage) => void)[] = [];
  private readonly noteListeners: (() => void)[] = [];
  private heardAt: Promise<void> = Promise.resolve();

  constructor(browser: TestBrowser) {
    this.browser = browser;
    const { disk } = browser;
    this.disk = {
      read: async (...from) => {
        await this.moment();
        const found = structuredClone(await disk.read(...from));
        await this.moment();
        return found;
      },
      write: async (drawer, key, plan) => {
        await this.moment();
        const wrote = await disk.write(drawer, key, (value) => structuredClone(plan(structuredClone(value))));
        await this.moment();
        return wrote;
      },
    };
    this.notepad = {
      read: () => [...browser.notes],
      write: (id, text) => browser.note(this, id, text),
      onNoted: (listener) => this.noteListeners.push(listener),
    };
    this.tabs = {
      alone: (name, work) => browser.alone(this, name, work),
      tell: (message) => browser.tell(this, message),
      onTold: (listener) => this.listeners.push(listener),
    };
  }

  /** As by a crash. */
  close(): void {
    this.isOpen = false;
    this.browser.close(this);
  }

  /** As somebody goes to another address: the page hears of it, and nothing after. */
  leave(): void {
    for (const listener of this.leaveListeners) listener();
    this.close();
  }

  onLeave(listener: () => void): void {
    this.leaveListeners.push(listener);
  }

  /** Runs `run` unless the tab was closed before. */
  later = (ms: number, run: () => void): (() => void) =>
    this.browser.chance.after(ms, () => {
      if (this.isOpen) run();
    });

  hearOfNote(): void {
    if (this.browser.chance.goesWrong()) return;
    for (const listener of this.noteListeners) this.later(this.browser.chance.delay(), listener);
  }

  hear(message: TabMessage): void {
    // Now and then a tab sleeps through it; else what one tab says arrives in order.
    if (this.browser.chance.goesWrong()) return;
    const before = this.heardAt;
    this.heardAt = (async () => {
      await this.moment();
      await before;
      for (const listener of this.listeners) listener(message);
    })();
  }

  private moment(): Promise<void> {
    return new Promise((resolve) => this.later(this.browser.chance.delay() / 20, resolve));
  }
}
