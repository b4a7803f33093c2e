// Sends the commands that wait on the disk, in order, in one tab of the browser at a time, until each is answered.
import type { CommandName } from '@shortlist/domain/operations.ts';
import { callOperation, mayRetry, type Called } from './call-operation.ts';
import { commandsOf, type QueuedCommand, type Waiting } from './kept-queue.ts';
import { backOff, type Transport } from './transport.ts';

export interface SenderSurroundings {
  /** The member who is signed in; undefined: nobody is. */
  readonly who: () => string | undefined;
  /** The server does not know who sends: asks it who is signed in, and sees to what follows. */
  readonly askWho: () => Promise<unknown>;
  /** Where a command is being sent already: when that is over and the disk says what came of it; else null. */
  readonly whenOver: (id: string) => Promise<void> | null;
  /** A command has its answer; the next is sent when this has settled. */
  readonly onAnswer: (waiting: Waiting, called: Called<CommandName>) => Promise<void>;
}

export class CommandSender {
  private readonly transport: Transport;
  private readonly around: SenderSurroundings;
  private isDraining = false;
  private drainAgain = false;
  private tries = 0;
  private readonly pauses = new Set<() => void>();

  constructor(transport: Transport, around: SenderSurroundings) {
    this.transport = transport;
    this.around = around;
  }

  /** Sends what waits, and what comes meanwhile. */
  async drain(): Promise<void> {
    this.drainAgain = true;
    if (this.isDraining) return;
    this.isDraining = true;
    while (this.drainAgain) {
      this.drainAgain = false;
      await this.transport.tabs.alone('sending', async () => {
        while (await this.sendNext());
      });
    }
    this.isDraining = false;
  }

  /** Ends the waiting between two tries, as when the server is there again. */
  hurry(): void {
    for (const end of this.pauses) end();
  }

  /** Sends one command once. */
  post<Name extends CommandName>({ id, by, name, input, ifMatch }: QueuedCommand): Promise<Called<Name>> {
    return callOperation<Name>(this.transport, name as Name, input, {
      'idempotency-key': id,
      ...(by !== '' && { 'shortlist-member': by }),
      ...(ifMatch !== null && { 'if-match': `"${ifMatch}"` }),
    });
  }

  /** Waits, but no longer than until `hurry`. */
  pause(tries: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        stop();
        this.pauses.delete(end);
        resolve();
      };
      const stop = this.transport.after(backOff(tries, this.transport.random), end);
      this.pauses.add(end);
    });
  }

  /** Answers whether there may be more to send. */
  private async sendNext(): Promise<boolean> {
    const by = this.around.who();
    if (by === undefined) return false;
    const next = (await commandsOf(this.transport.disk, by)).find(({ refusal }) => refusal === null);
    // While the disk was read, somebody may have left.
    if (next === undefined || this.around.who() !== by) return false;
    const over = this.around.whenOver(next.command.id);
    if (over !== null) {
      await over;
      return true;
    }
    const called = await this.post(next.command);
    const isStranger = 'refused' in called && called.code === 'not_signed_in';
    if (isStranger) await this.around.askWho();
    if (isStranger || mayRetry(called)) {
      if (this.around.who() !== by) return false;
      await this.pause(this.tries);
      this.tries += 1;
    } else {
      this.tries = 0;
      await this.around.onAnswer(next, called);
    }
    return true;
  }
}
