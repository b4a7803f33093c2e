// Who is signed in, for the screens.
import type { InputOf } from '@shortlist/domain/operations.ts';
import { useSyncExternalStore } from 'react';
import { appSync } from './app-sync.ts';
import type { Refused } from './call-operation.ts';
import type { SessionView } from './session-keeper.ts';

export type { SessionView } from './session-keeper.ts';

/** Who is signed in; follows changes of their name and role. */
export function useSession(): SessionView {
  return useSyncExternalStore(appSync.session.subscribe, appSync.session.current);
}

/** Looks who is signed in, before any screen asks; settles when what this browser keeps for them is in the store, or there is nothing. */
export function beginSession(): Promise<void> {
  return appSync.session.begin();
}

/** Answers null when it worked, else why not. */
export function signIn(input: InputOf<'session.start'>): Promise<Refused | null> {
  return appSync.session.enter('session.start', input);
}

/** Makes the workspace and its owner and signs the owner in; null, or why not. */
export function setUp(input: InputOf<'workspace.setUp'>): Promise<Refused | null> {
  return appSync.session.enter('workspace.setUp', input);
}

/** Makes a member from an invitation and signs them in; null, or why not. */
export function join(input: InputOf<'member.join'>): Promise<Refused | null> {
  return appSync.session.enter('member.join', input);
}

/** Signs out at once, here also when the server cannot be told. */
export function signOut(): Promise<void> {
  return appSync.session.leave();
}
