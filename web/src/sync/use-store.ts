// Reading: what a component shows of the store. Each hook draws anew only when its own answer has changed.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { appSync } from './app-sync.ts';
import type { ListSpec } from './live-list.ts';
import type { StoreReader } from './store.ts';
import { viewsByInputs } from './store-view.ts';

export type { ListSpec } from './live-list.ts';
export type { StoreReader } from './store.ts';

const { store } = appSync;

/** One entity; undefined when there is none, or none that is live, or the id is null. */
export function useEntity<Name extends EntityName>(name: Name, id: string | null | undefined): EntityOf<Name> | undefined {
  const subscribe = useCallback(
    (listener: () => void) => (id == null ? () => undefined : store.subscribeTo(name, id, listener)),
    [name, id],
  );
  return useSyncExternalStore(subscribe, () => store.get(name, id));
}

/** The number as of which what is shown of an entity was read: the `ifMatch` of a command that replaces it. */
export function seqOf(id: string): number {
  return store.seqOf(id);
}

/** Reads once, outside of drawing. */
export function readNow<Value>(select: (read: StoreReader) => Value): Value {
  return select(store);
}

/** All entities of a kind, in no order. */
export function useAll<Name extends EntityName>(name: Name): readonly EntityOf<Name>[] {
  const subscribe = useCallback((listener: () => void) => store.subscribe(name, listener), [name]);
  return useSyncExternalStore(subscribe, () => store.all(name));
}

/** The entities whose `field` is `key`, by id: the criteria of a story, the placements of a team. */
export function useBy<Name extends EntityName, Field extends keyof EntityOf<Name> & string>(
  name: Name,
  field: Field,
  key: EntityOf<Name>[Field],
): readonly EntityOf<Name>[] {
  const subscribe = useCallback((listener: () => void) => store.subscribe(name, listener), [name]);
  return useSyncExternalStore(subscribe, () => store.by(name, field, key));
}

/** A filtered, ordered list. The spec is made outside of the component, or kept by `useMemo`. */
export function useList<Name extends EntityName>(spec: ListSpec<Name>): readonly EntityOf<Name>[] {
  const subscribe = useCallback((listener: () => void) => store.subscribe(spec.entity, listener), [spec]);
  return useSyncExternalStore(subscribe, () => store.list(spec));
}

/**
 * Whatever can be computed from the store. It is computed again when something it read has changed, or one of `inputs`
 * (everything from outside that the selector uses, as for `useMemo`). Return an entity, an array of entities, or a plain
 * value: a new object each time would be drawn each time.
 */
export function useView<Value>(select: (read: StoreReader) => Value, inputs: readonly unknown[]): Value {
  const [viewFor] = useState(() => viewsByInputs<Value>(store));
  const view = viewFor(select, inputs);
  return useSyncExternalStore(subscribeAny, view);
}

function subscribeAny(listener: () => void): () => void {
  return store.subscribeAny(listener);
}
