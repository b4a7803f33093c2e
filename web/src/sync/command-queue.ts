// Sends commands. One with a guess is shown at once, waits its turn and is tried until it is answered; one without is
// sent right away and says so when the server cannot be reached.
import type { Actor, Change, DecisionContext } from '@shortlist/domain/decision.ts';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import type { CommandName, InputOf } from '@shortlist/domain/operations.ts';
import { callOperation, mayRetry, type Answer, type Called, type Refused } from './call-operation.ts';
import type { Store, StoreReader } from './store.ts';
import { backOff, type Transport } from './transport.ts';

export type Sent<Name extends CommandName> = Answer<Name> | Refused;

export interface SendOptions {
  /** Refuse with `stale` when what is replaced was changed after this number; see `seqOf`. */
  readonly ifMatch?: number;
}

/** What a command will change, told from what is shown; null when that cannot be told here. */
export type MakeGuess<Name extends CommandName> = (
  read: StoreReader,
  input: InputOf<Name>,
  context: DecisionContext,
) => readonly Change[] | null;

export type Guesses = { readonly [Name in CommandName]?: MakeGuess<Name> };

/** How often a command without a guess is tried. */
const triesApart = 3;

const signedOut: Refused = {
  refused: true,
  code: 'not_signed_in',
  message: 'You were signed out before this was sent. Sign in and do it again.',
};

interface Waiting {
  /** Sends the command once; answers whether it is through. */
  readonly post: () => Promise<boolean>;
  readonly refuse: (refusal: Refused) => void;
}

export class CommandQueue {
  private readonly store: Store;
  private readonly transport: Transport;
  /** Those that are loaded by now. */
  private readonly guesses: () => Guesses;
  /** Who the guesses are made for; null: nobody is signed in, so nothing is guessed. */
  private readonly actor: () => Actor | null;
  private readonly line: Waiting[] = [];
  private sending = false;
  private tries = 0;
  private readonly pauses = new Set<() => void>();
  private count = 0;
  private readonly countListeners = new Set<() => void>();

  constructor(store: Store, transport: Transport, guesses: () => Guesses, actor: () => Actor | null) {
    this.store = store;
    this.transport = transport;
    this.guesses = guesses;
    this.actor = actor;
    transport.onWake(this.retryNow);
  }

  send = async <Name extends CommandName>(name: Name, input: InputOf<Name>, options: SendOptions = {}): Promise<Sent<Name>> => {
    const commandId = this.transport.newCommandId();
    const headers = {
      'idempotency-key': commandId,
      ...(options.ifMatch !== undefined && { 'if-match': `"${options.ifMatch}"` }),
    };
    const post = () => callOperation(this.transport, name, input, headers);
    const guessed = this.layGuess(name, input, commandId);
    this.counted(1);
    const sent = guessed ? await this.inTurn(post) : await this.apart(post);
    this.counted(-1);
    if ('refused' in sent) this.store.withdraw(commandId);
    else this.store.acknowledge(commandId, sent.seq);
    return sent;
  };

  /** Ends the waiting between two tries, as when the server is there again. */
  retryNow = (): void => {
    for (const end of this.pauses) end();
  };

  /** Gives up what was not sent: it must not be sent in the name of whoever signs in next. */
  drop(): void {
    for (const waiting of this.line.splice(0)) waiting.refuse(signedOut);
    this.retryNow();
  }

  /** How many commands have no answer yet. */
  pending = (): number => this.count;

  subscribe = (listener: () => void): (() => void) => {
    this.countListeners.add(listener);
    return () => this.countListeners.delete(listener);
  };

  private layGuess<Name extends CommandName>(name: Name, input: InputOf<Name>, commandId: string): boolean {
    const make: MakeGuess<Name> | undefined = this.guesses()[name];
    const actor = this.actor();
    if (make === undefined || actor === null) return false;
    const context: DecisionContext = {
      actor,
      now: new Date(this.transport.now()).toISOString(),
      newId: (kind, index = 0) => deriveId(commandId, kind, index),
    };
    this.store.lay({ commandId, by: actor.memberId, make: () => guessOrNothing(() => make(this.store, input, context)) });
    return true;
  }

  private async apart<Name extends CommandName>(post: () => Promise<Called<Name>>): Promise<Sent<Name>> {
    let called = await post();
    for (let tries = 1; tries < triesApart && mayRetry(called); tries += 1) {
      await this.pause(backOff(tries, this.transport.random));
      called = await post();
    }
    return called;
  }

  private inTurn<Name extends CommandName>(post: () => Promise<Called<Name>>): Promise<Sent<Name>> {
    return new Promise((resolve) => {
      this.line.push({
        post: async () => {
          const called = await post();
          const answered = !mayRetry(called);
          if (answered) resolve(called);
          return answered;
        },
        refuse: resolve,
      });
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (let first = this.line[0]; first !== undefined; first = this.line[0]) {
      if (await first.post()) {
        if (this.line[0] === first) this.line.shift();
        this.tries = 0;
      } else {
        await this.pause(backOff(this.tries, this.transport.random));
        this.tries += 1;
      }
    }
    this.sending = false;
  }

  /** Waits, but no longer than until the browser says that there is a network again. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        stop();
        this.pauses.delete(end);
        resolve();
      };
      const stop = this.transport.after(ms, end);
      this.pauses.add(end);
    });
  }

  private counted(by: number): void {
    this.count += by;
    for (const listener of this.countListeners) listener();
  }
}

/** A guess that fails is a fault, but no reason to keep the command from the server or the feed from the store. */
function guessOrNothing(make: () => readonly Change[] | null): readonly Change[] | null {
  try {
    return make();
  } catch {
    return null;
  }
}
