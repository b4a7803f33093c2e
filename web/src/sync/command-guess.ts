// What a command that waits will change, told from what is shown, and what it is about.
import type { Actor, Change, DecisionContext } from '@shortlist/domain/decision.ts';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import type { CommandName, InputOf } from '@shortlist/domain/operations.ts';
import type { Guess } from './guess-layer.ts';
import type { QueuedCommand } from './kept-queue.ts';
import type { StoreReader } from './store-reader.ts';

/** What a command will change, told from what is shown; null when that cannot be told here. */
export type MakeGuess<Name extends CommandName> = (
  read: StoreReader,
  input: InputOf<Name>,
  context: DecisionContext,
) => readonly Change[] | null;

export type Guesses = { readonly [Name in CommandName]?: MakeGuess<Name> };

/** The guess of a command, as who is signed in; null where nothing can be told. */
export function guessFor(
  { id, name, input, at }: QueuedCommand,
  guesses: Guesses,
  actor: Actor | null,
  read: StoreReader,
): Guess | null {
  // An input is that of its own command's guess.
  const make = guesses[name] as MakeGuess<CommandName> | undefined;
  if (make === undefined || actor === null) return null;
  const context: DecisionContext = { actor, now: at, newId: (kind, index = 0) => deriveId(id, kind, index) };
  const said = input as InputOf<CommandName>;
  return { commandId: id, by: actor.memberId, make: () => guessOrNothing(() => make(read, said, context)) };
}

/** A guess that fails is a fault, but no reason to keep the command from the server or the feed from the store. */
function guessOrNothing(make: () => readonly Change[] | null): readonly Change[] | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** The handle of what a command's input names; null where it names nothing that is known here. */
export function handleIn(read: StoreReader, input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  for (const id of Object.values(input).filter((value) => typeof value === 'string')) {
    const named = read.get('idea', id) ?? read.get('story', id) ?? read.get('task', id);
    if (named !== undefined && named.handle !== '') return named.handle;
  }
  return null;
}
