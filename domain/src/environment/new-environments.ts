/** The environments a workspace begins with. */
import { put, type Change, type DecisionContext } from '../decision.ts';
import { firstEnvironments } from './environment-words.ts';

export function newEnvironments(context: DecisionContext): Change[] {
  return firstEnvironments.map((given, position) =>
    put('environment.created', 'environment', {
      id: context.newId('environment', position),
      ...given,
      position,
      restrictedTo: null,
      address: null,
      keysChanged: 0,
      createdAt: context.now,
    }),
  );
}
