// The guesses that lie over the store while their commands are on the way. They never write what the feed said.
import type { Change } from '@shortlist/domain/decision.ts';
import type { EntityTable } from './entity-table.ts';
import { sameValue, type EntityValue } from './entity-values.ts';

export interface Guess {
  /** The command's UUID. */
  readonly commandId: string;
  /** The member whose command it is: tells the command's own changes in the feed from others'. */
  readonly by: string | null;
  /** Reads what is shown without this guess and answers what the command will change; null when that cannot be told. */
  readonly make: () => readonly Change[] | null;
}

interface LaidGuess {
  readonly guess: Guess;
  changes: readonly Change[];
  /** The number the command was answered with; the guess goes when the feed has passed it. */
  seq: number | null;
  /** The feed has brought some of the command's own changes; made over those it would count them twice. */
  frozen: boolean;
}

/** Shows `after` (undefined: nothing) and remembers to tell whoever watches. */
export type Show = (table: EntityTable, id: string, after: EntityValue | undefined) => void;

export class GuessLayer {
  private laid: LaidGuess[] = [];
  private readonly tableNamed: (name: string) => EntityTable;
  private readonly show: Show;

  constructor(tableNamed: (name: string) => EntityTable, showAndTell: Show) {
    this.tableNamed = tableNamed;
    this.show = showAndTell;
  }

  /** How many guesses show something. */
  get size(): number {
    return this.laid.filter(({ changes }) => changes.length > 0).length;
  }

  /** One that cannot be told now is made again when the store is filled. */
  lay(guess: Guess): void {
    const laid = { guess, changes: guess.make() ?? [], seq: null, frozen: false };
    this.laid.push(laid);
    this.cover(laid);
  }

  /** The command was answered; its guess stays until the feed has passed `seq`. */
  acknowledge(commandId: string, seq: number): void {
    for (const laid of this.laid) if (laid.guess.commandId === commandId) laid.seq = seq;
  }

  /** Takes a refused guess away; those laid after it are made again without it. */
  withdraw(commandId: string): void {
    this.keep((laid) => laid.guess.commandId !== commandId);
  }

  /** Drops the guesses whose changes the feed has brought. */
  settle(seq: number): void {
    this.keep((laid) => laid.seq === null || laid.seq > seq);
  }

  /** Tells the layer of one change of the feed before it is shown. */
  noteOwn(change: { readonly event: string; readonly entity: string; readonly id: string; readonly by: string | null }): void {
    for (const laid of this.laid) {
      if (laid.frozen || laid.guess.by !== change.by) continue;
      laid.frozen = laid.changes.some(
        (guessed) => guessed.entity === change.entity && guessed.id === change.id && guessed.event === change.event,
      );
    }
  }

  /** Lays all guesses anew, after what they lie on has changed. */
  relay(): void {
    const laid = this.laid;
    this.uncover();
    this.laid = [];
    for (const entry of laid) {
      if (!entry.frozen) entry.changes = keptSame(entry.changes, entry.guess.make() ?? []);
      this.laid.push(entry);
      this.cover(entry);
    }
  }

  clear(): void {
    this.uncover();
    this.laid = [];
  }

  private keep(stays: (laid: LaidGuess) => boolean): void {
    if (this.laid.every(stays)) return;
    // Uncovered while all are still known: what only a leaving guess covered must show the feed's value again.
    this.uncover();
    this.laid = this.laid.filter(stays);
    this.relay();
  }

  private cover(laid: LaidGuess): void {
    for (const { entity, id, value } of laid.changes) {
      const table = this.tableNamed(entity);
      if (!table.under.has(id)) table.under.set(id, table.shown.get(id));
      this.show(table, id, value ?? undefined);
    }
  }

  private uncover(): void {
    for (const laid of this.laid) {
      for (const { entity, id } of laid.changes) {
        const table = this.tableNamed(entity);
        if (!table.under.has(id)) continue;
        const base = table.under.get(id);
        table.under.delete(id);
        this.show(table, id, base);
      }
    }
  }
}

/** `next`, with the objects of `before` where nothing differs, so that rows which look the same are not drawn again. */
function keptSame(before: readonly Change[], next: readonly Change[]): readonly Change[] {
  return next.map((change) => before.find((old) => old.id === change.id && sameValue(old, change)) ?? change);
}
