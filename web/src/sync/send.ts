// Writing: the only way in which a screen changes anything.
import { appSync } from './app-sync.ts';
import type { CommandQueue } from './command-queue.ts';

export type { Refused } from './call-operation.ts';
export type { SendOptions, Sent } from './command-queue.ts';

/**
 * Runs a command. Where a guess can be made it is shown in the next frame, and taken back if the command is refused; the
 * answer comes when the server has given it, in the order in which such commands were sent, and never by a throw. While
 * the server cannot be reached, commands with a guess wait and the others answer `offline`.
 */
export const send: CommandQueue['send'] = appSync.commands.send;

/** Hears of every refusal of a command, after its guess is gone. Answers how to stop. */
export const onRefusal: CommandQueue['onRefusal'] = appSync.commands.onRefusal;

/** The number as of which what is shown of an entity was read: for `ifMatch`, and for the `baseSeq` of a text. */
export function seqOf(id: string): number {
  return appSync.store.seqOf(id);
}
