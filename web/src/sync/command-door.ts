// The way to the commands' queue, which is loaded after the first rows are shown.
import type { CommandName, InputOf } from '@shortlist/domain/operations.ts';
import { offline, type Refused } from './call-operation.ts';
import type { CommandQueue, SendOptions, Sent } from './command-queue.ts';
import { newCommand, type QueuedCommand } from './kept-queue.ts';
import { noteLastWords, strikeLastWords } from './last-words.ts';
import type { QueueSurroundings } from './queue-surroundings.ts';
import type { Transport } from './transport.ts';

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
  private readonly transport: Transport;
  private readonly around: Pick<QueueSurroundings, 'person' | 'serverNow'>;
  /** Given before the queue was there, in their order. */
  private readonly early = new Map<string, QueuedCommand>();

  constructor(load: () => Promise<CommandQueue>, transport: Transport, around: Pick<QueueSurroundings, 'person' | 'serverNow'>) {
    this.load = load;
    this.transport = transport;
    this.around = around;
    // The page may be left before the queue is there, also in the middle of a field.
    transport.onLeave(() => {
      if (this.early.size > 0) noteLastWords(transport.notepad, [...this.early.values()]);
    });
  }

  send = async <Name extends CommandName>(name: Name, input: InputOf<Name>, options: SendOptions = {}): Promise<Sent<Name>> => {
    if (this.queue !== null) return await this.queue.send(name, input, options);
    const command = newCommand(this.transport, this.around, name, input, options.ifMatch);
    if (command.by !== '') this.early.set(command.id, command);
    const queue = await this.open();
    this.early.delete(command.id);
    // Who gave it may only be known by now.
    if (queue !== null && command.by === '') return await queue.send(name, input, options);
    if (queue !== null) return await queue.take<Name>(command, options.onKept);
    strikeLastWords(this.transport.notepad, new Set([command.id]));
    return offline;
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
