// How the page stands with the server.
import { useSyncExternalStore } from 'react';
import { appSync } from './app-sync.ts';
import type { ConnectionView } from './connection.ts';

export type { ConnectionView } from './connection.ts';

const { connection, commands } = appSync;

export function useConnection(): ConnectionView {
  return useSyncExternalStore(connection.subscribe, connection.current);
}

/** How far the server's clock is ahead of this machine's, in milliseconds. */
export function useServerAhead(): number {
  return useSyncExternalStore(connection.subscribe, connection.serverAhead);
}

/** How many commands the server has not answered yet. */
export function usePendingCommands(): number {
  return useSyncExternalStore(commands.subscribe, commands.pending);
}
