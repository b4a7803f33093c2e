import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { InputOf } from '@shortlist/domain/operations.ts';
import { act } from '../app/notify.ts';

export type EnvironmentChange = Omit<InputOf<'environment.edit'>, 'environment'>;

/** Changes an environment and says so; a refusal is told too. Products may ask there at once, so there is no way back but another change. */
export async function editEnvironmentTelling(environment: EntityOf<'environment'>, change: EnvironmentChange, done: string) {
  return await act('environment.edit', { environment: environment.key, ...change }, { canUndo: false, done });
}
