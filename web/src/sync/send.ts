// Writing: the only way in which a screen changes anything.
import { appSync } from './app-sync.ts';
import type { CommandDoor } from './command-door.ts';

export type { TellLater } from './command-door.ts';
export type { Refused } from './call-operation.ts';
export type { SendOptions, Sent } from './command-queue.ts';

/**
 * Runs a command. Where a guess can be made it is shown in the next frame, and taken back if the command is refused; the
 * answer comes when the server has given it, in the order in which such commands were sent, and never by a throw. While
 * the server cannot be reached, commands with a guess wait, on the disk too, and the others answer `offline`.
 */
export const send: CommandDoor['send'] = appSync.commands.send;

/** From now on, refusals of commands whose page is gone are told by the function that is given. */
export const onToldLater: CommandDoor['onToldLater'] = appSync.commands.onToldLater;
