// Commands without a guess: sent right away, tried a few times, kept nowhere. Whoever gave one waits for its answer.
import type { CommandName } from '@shortlist/domain/operations.ts';
import { mayRetry, type Answer, type Refused } from './call-operation.ts';
import type { CommandSender } from './command-sender.ts';
import type { QueuedCommand } from './kept-queue.ts';

/** How often one is tried. */
const triesMost = 3;

export class CommandsApart {
  /** How many have no answer yet. */
  count = 0;
  private readonly sender: CommandSender;
  private readonly askWho: () => Promise<unknown>;
  private readonly onCount: () => void;

  /** `askWho` is asked where the server does not know who sends; `onCount` is called with every change of the count. */
  constructor(sender: CommandSender, askWho: () => Promise<unknown>, onCount: () => void) {
    this.sender = sender;
    this.askWho = askWho;
    this.onCount = onCount;
  }

  async send<Name extends CommandName>(command: QueuedCommand): Promise<Answer<Name> | Refused> {
    this.count += 1;
    this.onCount();
    let called = await this.sender.post<Name>(command);
    for (let tries = 1; tries < triesMost && mayRetry(called); tries += 1) {
      await this.sender.pause(tries);
      called = await this.sender.post<Name>(command);
    }
    if ('refused' in called && called.code === 'not_signed_in') void this.askWho();
    this.count -= 1;
    this.onCount();
    return called;
  }
}
