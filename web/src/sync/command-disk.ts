// The disk half of the queue: commands lie there in the order in which they were given, until they are answered. What a page that
// was left could not write any more is in its last words, and comes from there.
import type { CommandName } from '@shortlist/domain/operations.ts';
import type { Refused } from './call-operation.ts';
import { addCommand, commandsOf, noteRefusal, takeCommand, type QueuedCommand, type Waiting } from './kept-queue.ts';
import { lastWords, noteLastWords, strikeLastWords } from './last-words.ts';
import type { Transport } from './transport.ts';

export class CommandDisk {
  private readonly transport: Pick<Transport, 'disk' | 'notepad'>;
  private added: Promise<unknown> = Promise.resolve();

  constructor(transport: Pick<Transport, 'disk' | 'notepad'>) {
    this.transport = transport;
  }

  /** Writes a command behind those that were given before it; answers whether it is there. It needs no last words any more. */
  async add(command: QueuedCommand): Promise<boolean> {
    // One after the other: they are sent in the order in which they lie there.
    const adding = this.added.then(() => addCommand(this.transport.disk, command));
    this.added = adding.catch(() => undefined);
    const isThere = await adding.then(
      () => true,
      () => false,
    );
    strikeLastWords(this.transport.notepad, new Set([command.id]));
    return isThere;
  }

  /** What somebody's commands wait there, in order. */
  async waitingOf(by: string): Promise<readonly Waiting[]> {
    return await commandsOf(this.transport.disk, by);
  }

  async find({ id, by }: QueuedCommand): Promise<Waiting | undefined> {
    return (await this.waitingOf(by)).find(({ command }) => command.id === id);
  }

  /** Takes one off; answers false where another tab was first. */
  async take({ key }: Pick<Waiting, 'key'>): Promise<boolean> {
    return await takeCommand(this.transport.disk, key);
  }

  /** Keeps a refusal with its command, for a tab that tells it. */
  async noteRefusal(waiting: Waiting, refusal: Refused): Promise<void> {
    await noteRefusal(this.transport.disk, waiting, refusal);
  }

  /** At once, for a page that ends: the disk may not finish before it. */
  noteLastWords(commands: readonly QueuedCommand[]): void {
    noteLastWords(this.transport.notepad, commands);
  }

  /**
   * Puts on the disk what a page that was left could only note. `isBeingAdded`, `isAnswered`: what is seen to otherwise. What was noted
   * before it was known whether it `mayWait` is struck where it may not: it is as good as not given.
   */
  async takeLastWords(
    by: string,
    isBeingAdded: (id: string) => boolean,
    isAnswered: (id: string) => boolean,
    mayWait: (name: CommandName) => boolean,
  ): Promise<void> {
    const { disk, notepad } = this.transport;
    const noted = lastWords(notepad).filter((command) => command.by === by && !isBeingAdded(command.id));
    if (noted.length === 0) return;
    const there = new Set((await commandsOf(disk, by)).map(({ command }) => command.id));
    for (const command of noted) {
      if (mayWait(command.name) && !there.has(command.id) && !isAnswered(command.id)) await addCommand(disk, command);
    }
    strikeLastWords(notepad, new Set(noted.map(({ id }) => id)));
  }

  /** Gives up whatever of somebody's waits. */
  async forget(by: string): Promise<void> {
    const { notepad } = this.transport;
    const noted = lastWords(notepad).filter((command) => command.by === by);
    strikeLastWords(notepad, new Set(noted.map(({ id }) => id)));
    for (const waiting of await this.waitingOf(by)) await this.take(waiting);
  }
}
