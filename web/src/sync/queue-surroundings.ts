// What the queue of commands asks of those around it: who is signed in, and what time it is there.
import type { Actor } from '@shortlist/domain/decision.ts';

/** Who is signed in. */
export interface Person {
  readonly memberId: string;
  readonly workspaceId: string;
}

/** What the queue asks of those around it. */
export interface QueueSurroundings {
  /** Null: nobody is signed in. */
  readonly person: () => Person | null;
  /** Who the guesses are made for; null: nothing is guessed. */
  readonly actor: () => Actor | null;
  /** By the server's clock, in milliseconds since 1970. */
  readonly serverNow: () => number;
  /** The server does not know who sends: asks it who is signed in, and sees to what follows. */
  readonly askWho: () => Promise<unknown>;
}
