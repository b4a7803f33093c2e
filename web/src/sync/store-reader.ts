// What those who only look may ask of the store.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import type { ListSpec } from './live-list.ts';

/** What a view or a guess may read: entities as the screens show them, guesses included. */
export interface StoreReader {
  /** Undefined when there is none, or none that is live. */
  readonly get: <Name extends EntityName>(name: Name, id: string | null | undefined) => EntityOf<Name> | undefined;
  /** All of them, in no order; the same array until one changes. */
  readonly all: <Name extends EntityName>(name: Name) => readonly EntityOf<Name>[];
  /** Those whose field has that value, by id; the same array until one of them changes. */
  readonly by: <Name extends EntityName, Field extends keyof EntityOf<Name> & string>(
    name: Name,
    field: Field,
    key: EntityOf<Name>[Field],
  ) => readonly EntityOf<Name>[];
  /** A filtered, ordered list that costs one entry for each change; see `ListSpec`. */
  readonly list: <Name extends EntityName>(spec: ListSpec<Name>) => readonly EntityOf<Name>[];
}
