// Sends commands. One with a guess is shown at once, kept on the disk and tried until it is answered, also by a later page;
// one without is sent right away and says so when the server cannot be reached (docs/feed-spec.md 11).
import type { CommandName, InputOf } from '@shortlist/domain/operations.ts';
import { mayRetry, type Answer, type Called, type Refused } from './call-operation.ts';
import { CommandDisk } from './command-disk.ts';
import type { TellLater } from './command-door.ts';
import { guessFor, handleIn, type Guesses } from './command-guess.ts';
import { CommandSender } from './command-sender.ts';
import { CommandsApart } from './commands-apart.ts';
import { newCommand, type QueuedCommand, type Waiting } from './kept-queue.ts';
import { strikeLastWords } from './last-words.ts';
import type { Store } from './store.ts';
import type { TabMessage } from './tabs.ts';
import type { QueueSurroundings } from './queue-surroundings.ts';
import type { Transport } from './transport.ts';

export type { QueuedCommand } from './kept-queue.ts';

export type Sent<Name extends CommandName> = Answer<Name> | Refused;

export interface SendOptions {
  /** Refuse with `stale` when what is replaced was changed after this number; see `seqOf`. */
  readonly ifMatch?: number;
  /** Called when the command is on the disk: from then on it is sent even if the page is closed. */
  readonly onKept?: () => void;
}

/** What other tabs have done is looked for as often while commands wait, and otherwise: a tab may sleep through their word. */
const lookMs = 15_000;
const idleLookMs = 60_000;
/** How long a refusal waits for the tab that gave the command, before another tells it. */
const claimMs = 2_000;
const idsRemembered = 1_000;

const signedOut: Refused = {
  refused: true,
  code: 'not_signed_in',
  message: 'You were signed out before this was sent. Sign in and do it again.',
};

export class CommandQueue {
  private readonly store: Store;
  private readonly transport: Transport;
  private readonly disk: CommandDisk;
  private readonly guesses: Guesses;
  private readonly around: QueueSurroundings;
  /** Commands that are shown here and not answered, by id, in their order. */
  private readonly known = new Map<string, QueuedCommand>();
  /** Of those, the ones that this page gave: who waits for their answers. */
  private readonly callers = new Map<string, (sent: Called<CommandName>) => void>();
  /** Of those, the ones that are not on the disk yet. */
  private readonly adding = new Set<string>();
  /** Answered lately: word of them that comes late changes nothing. */
  private readonly answered = new Set<string>();
  private tellLater: TellLater | null = null;
  /** The command that is sent while it is being written, with the end of both; null when there is none. */
  private first: { readonly id: string; readonly over: Promise<void> } | null = null;
  /** Whose commands on the disk are all known here; null before the first look. */
  private lookedFor: string | null = null;
  /** Of the known, those that were not on the disk at the last look. */
  private readonly missed = new Set<string>();
  /** Refused, and told to their callers here; they are to be taken off the disk. */
  private readonly toldHere = new Set<string>();
  /** Given up while they were being written to the disk. */
  private readonly givenUp = new Set<string>();
  private readonly sender: CommandSender;
  private readonly apart: CommandsApart;
  private stopLooking: () => void = () => undefined;
  private onCountChange: () => void = () => undefined;

  constructor(store: Store, transport: Transport, guesses: Guesses, around: QueueSurroundings) {
    this.store = store;
    this.transport = transport;
    this.disk = new CommandDisk(transport);
    this.guesses = guesses;
    this.around = around;
    this.sender = new CommandSender(transport, {
      who: () => around.person()?.memberId,
      askWho: around.askWho,
      whenOver: (id) => (this.first?.id === id ? this.first.over : null),
      onAnswer: this.takeAnswer,
    });
    this.apart = new CommandsApart(this.sender, around.askWho, () => this.onCountChange());
    transport.onWake(this.retryNow);
    transport.onLeave(this.noteWhatIsNotKept);
    transport.notepad.onNoted(() => void this.level());
    transport.tabs.onTold(this.hear);
    this.lookLater();
  }

  send = async <Name extends CommandName>(name: Name, input: InputOf<Name>, options: SendOptions = {}): Promise<Sent<Name>> =>
    await this.take<Name>(newCommand(this.transport, this.around, name, input, options.ifMatch), options.onKept);

  /** Sends a command that may have been given, and noted, before the queue was there. */
  async take<Name extends CommandName>(command: QueuedCommand, onKept?: () => void): Promise<Sent<Name>> {
    const { id } = command;
    const person = this.around.person();
    if (person === null || command.by !== person.memberId || this.guesses[command.name] === undefined) {
      strikeLastWords(this.transport.notepad, new Set([id]));
      return await this.apart.send<Name>(command);
    }
    return await new Promise((resolve) => {
      // The answer of a command is what its operation declares.
      this.callers.set(id, resolve as (sent: Called<CommandName>) => void);
      this.adding.add(id);
      // Before it is drawn: what it waits for is then under way, and its key makes a second sending harmless.
      const isFirst = this.known.size === 0 && this.lookedFor === person.memberId;
      const sending = isFirst ? this.sender.post(command) : null;
      this.show(command);
      const over = this.keep(command, sending, onKept).finally(() => {
        if (this.first?.id === id) this.first = null;
      });
      if (isFirst) this.first = { id, over };
    });
  }

  /** Ends the waiting between two tries, as when the server is there again, and looks at the disk. */
  retryNow = (): void => {
    this.sender.hurry();
    // The tab that sends may be one that nobody looks at.
    if (this.known.size > 0) this.tell({ kind: 'hurry' });
    void this.level();
  };

  /** How many commands have no answer yet. */
  pending = (): number => this.known.size + this.apart.count;

  onCount(listener: () => void): void {
    this.onCountChange = listener;
  }

  tellLaterBy(tell: TellLater): void {
    this.tellLater = tell;
    void this.level();
  }

  /** The session is over: nothing is sent until the same person is back. What waits stays on the disk. */
  pauseAll(): void {
    this.lookedFor = null;
    this.known.clear();
    this.callers.clear();
    this.retryNow();
    this.onCountChange();
  }

  /** Somebody leaves: what they did not send is given up, and gone from the disk. */
  async giveUp(by: string): Promise<void> {
    const callers = [...this.callers.values()];
    for (const id of this.adding) this.givenUp.add(id);
    this.pauseAll();
    for (const tell of callers) tell(signedOut);
    await this.disk.forget(by);
  }

  /** Makes what is shown agree with what waits on the disk, and sends it. */
  level = async (): Promise<void> => {
    const by = this.around.person()?.memberId;
    if (by === undefined) return;
    const known = [...this.known.keys()].filter((id) => !this.adding.has(id));
    await this.disk.takeLastWords(
      by,
      (id) => this.adding.has(id),
      (id) => this.answered.has(id),
      (name) => this.guesses[name] !== undefined,
    );
    const waiting = await this.disk.waitingOf(by);
    if (this.around.person()?.memberId !== by) return;
    const ids = new Set(waiting.map(({ command }) => command.id));
    for (const id of known) if (!ids.has(id)) this.miss(id);
    for (const { command, refusal } of waiting) if (refusal === null && !this.answered.has(command.id)) this.show(command);
    this.lookedFor = by;
    for (const one of waiting) if (one.refusal !== null) await this.tellRefusal(one, one.refusal);
    if (waiting.some(({ refusal }) => refusal === null)) void this.sender.drain();
  };

  /** The disk may not finish before the page ends. What it does finish is there twice, and done once. */
  private noteWhatIsNotKept = (): void => {
    const commands = [...this.adding].flatMap((id) => this.known.get(id) ?? []);
    if (commands.length === 0) return;
    this.disk.noteLastWords(commands);
    // The only one that waits is in nobody's way: it may be answered before the page is gone.
    if (this.known.size === 1) for (const command of commands) void this.sender.post(command);
  };

  /** Another tab has seen to it. Its word may be on the way; if not, the feed brings what came of it. */
  private miss(id: string): void {
    if (!this.missed.has(id)) {
      this.missed.add(id);
      return;
    }
    this.missed.delete(id);
    this.answered.add(id);
    this.store.withdraw(id);
    if (this.known.delete(id)) this.onCountChange();
  }

  /** Writes a command to the disk and sends it; `sending`: it is being sent already, since none waited before it. */
  private async keep(
    command: QueuedCommand,
    sending: Promise<Called<CommandName>> | null,
    onKept: (() => void) | undefined,
  ): Promise<void> {
    const isKept = await this.disk.add(command);
    this.adding.delete(command.id);
    if (!isKept) return this.settle(command.id, await (sending ?? this.sender.post(command)));
    if (this.givenUp.delete(command.id)) {
      const own = await this.disk.find(command);
      if (own !== undefined) await this.disk.take(own);
      return;
    }
    onKept?.();
    this.tell({ kind: 'queued', command });
    if (sending !== null && (await this.tookAnswer(command, await sending))) return;
    void this.sender.drain();
  }

  /** What was sent while it was being written is answered like any other; false: it is to be sent again. */
  private async tookAnswer(command: QueuedCommand, called: Called<CommandName>): Promise<boolean> {
    if (mayRetry(called) || ('refused' in called && called.code === 'not_signed_in')) return false;
    const own = await this.disk.find(command);
    if (own === undefined) this.settle(command.id, called);
    else await this.takeAnswer(own, called);
    return true;
  }

  private takeAnswer = async (waiting: Waiting, called: Called<CommandName>): Promise<void> => {
    const { id } = waiting.command;
    if (!('refused' in called)) {
      // Before it leaves the disk: sent once more it would be answered alike, lost it would never be.
      this.settle(id, called);
      await this.disk.take(waiting);
      this.tell({ kind: 'answered', id, seq: called.seq, value: called.value });
      return;
    }
    if (!this.callers.has(id)) await this.disk.noteRefusal(waiting, called);
    await this.tellRefusal(waiting, called, claimMs);
    this.tell({ kind: 'refused', id, refusal: called });
  };

  private async tellRefusal(waiting: Waiting, refusal: Refused, delay = 0): Promise<void> {
    const { command } = waiting;
    const isTold = this.callers.has(command.id) || this.toldHere.delete(command.id);
    this.settle(command.id, refusal);
    if (isTold) await this.disk.take(waiting);
    else if (delay > 0) this.transport.after(delay, () => void this.level());
    else if (this.tellLater !== null && (await this.disk.take(waiting)))
      this.tellLater(refusal, { ...command, handle: handleIn(this.store, command.input) });
  }

  private hear = (message: TabMessage): void => {
    // Told below, by a tab of the same app.
    const { kind, ...said } = message as
      | { readonly kind: 'queued'; readonly command: QueuedCommand }
      | { readonly kind: 'answered'; readonly id: string; readonly seq: number; readonly value: never }
      | { readonly kind: 'refused'; readonly id: string; readonly refusal: Refused }
      | { readonly kind: 'hurry' };
    if (kind === 'hurry') this.sender.hurry();
    if ('command' in said && said.command.by === this.around.person()?.memberId) {
      if (!this.answered.has(said.command.id)) this.show(said.command);
    } else if ('value' in said) {
      this.settle(said.id, { ok: true, seq: said.seq, value: said.value });
    } else if ('refusal' in said) {
      if (this.callers.has(said.id)) this.toldHere.add(said.id);
      this.settle(said.id, said.refusal);
      if (this.toldHere.has(said.id)) void this.level();
    }
  };

  /** Shows a command's guess and counts it, once. */
  private show(command: QueuedCommand): void {
    if (this.known.has(command.id)) return;
    this.known.set(command.id, command);
    const guess = guessFor(command, this.guesses, this.around.actor(), this.store);
    if (guess !== null) this.store.lay(guess);
    this.onCountChange();
    if (this.known.size === 1) this.lookLater();
  }

  /** A command is through. */
  private settle(id: string, called: Called<CommandName>): void {
    this.answered.add(id);
    this.missed.delete(id);
    for (const old of this.answered) if (this.answered.size > idsRemembered) this.answered.delete(old);
    if (!('refused' in called)) this.store.acknowledge(id, called.seq);
    else this.store.withdraw(id);
    const caller = this.callers.get(id);
    this.callers.delete(id);
    if (this.known.delete(id)) this.onCountChange();
    caller?.(called);
  }

  private tell(message: TabMessage): void {
    this.transport.tabs.tell(message);
  }

  private lookLater(): void {
    this.stopLooking();
    this.stopLooking = this.transport.after(this.known.size > 0 ? lookMs : idleLookMs, () => {
      this.lookLater();
      void this.level();
    });
  }
}
