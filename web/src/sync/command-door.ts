// The way to the commands' queue, which is loaded after the first rows are shown.
import type { CommandName, InputOf } from '@shortlist/domain/operations.ts';
import { offline, type Refused } from './call-operation.ts';
import type { CommandQueue, QueuedCommand, SendOptions, Sent } from './command-queue.ts';

/** Hears of a refusal that came when whoever gave the command had left the page. */
export type TellLater = (
  refusal: Refused,
  /** `handle` is that of what the command was about; null where it is not known. */
  command: QueuedCommand & { readonly handle: string | null },
) => void;

export class CommandDoor {
  private readonly load: () => Promise<CommandQueue>;
  private queue: CommandQueue | null = null;
  private loading: Promise<CommandQueue | null> | null = null;
  private readonly listeners = new Set<() => void>();
  private tellLater: TellLater | null = null;

  constructor(load: () => Promise<CommandQueue>) {
    this.load = load;
  }

  send = async <Name extends CommandName>(name: Name, input: InputOf<Name>, options: SendOptions = {}): Promise<Sent<Name>> => {
    const queue = this.queue ?? (await this.open());
    return queue === null ? offline : await queue.send(name, input, options);
  };

  /** Loads the queue if it is not there yet; null when it cannot be loaded now. */
  open = (): Promise<CommandQueue | null> => {
    this.loading ??= this.load().then(
      (queue) => {
        this.queue = queue;
        queue.onCount(() => {
          for (const listener of this.listeners) listener();
        });
        if (this.tellLater !== null) queue.tellLaterBy(this.tellLater);
        return queue;
      },
      () => (this.loading = null),
    );
    return this.loading;
  };

  /** The queue if it is loaded. */
  opened = (): CommandQueue | null => this.queue;

  /** How many commands have no answer yet. */
  pending = (): number => this.queue?.pending() ?? 0;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** From now on, refusals that nobody waits for are told by `tell`. */
  onToldLater = (tell: TellLater): void => {
    this.tellLater = tell;
    this.queue?.tellLaterBy(tell);
  };
}
