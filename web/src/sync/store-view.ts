// A computed view of the store that is made again only when something it read has changed.
import type { EntityName } from '@shortlist/domain/entities.ts';
import { sameEntries } from './entity-values.ts';
import type { ListSpec } from './live-list.ts';
import type { Store, StoreReader } from './store.ts';

interface Answer<Value> {
  value: Value;
  /** The store's clock when the value was last known to be true. */
  clock: number;
  /** What was read: each asks again and says whether the answer is still the same. */
  readonly reads: readonly (() => boolean)[];
}

/** Answers the present value of a selector; the same value, or the same array of the same entries, until it differs. */
export function storeView<Value>(store: Store, select: (read: StoreReader) => Value): () => Value {
  let last: Answer<Value> | null = null;
  return () => {
    if (last !== null && (last.clock === store.clock || last.reads.every((isSame) => isSame()))) {
      last.clock = store.clock;
      return last.value;
    }
    const reads: (() => boolean)[] = [];
    const value = select(watched(store, reads));
    last = { value: last !== null && looksSame(last.value, value) ? last.value : value, clock: store.clock, reads };
    return last.value;
  };
}

/** Keeps one view for as long as its inputs stay the same; for a component, which has a new selector at each drawing. */
export function viewsByInputs<Value>(store: Store) {
  let kept: { readonly inputs: readonly unknown[]; readonly view: () => Value } | null = null;
  return (select: (read: StoreReader) => Value, inputs: readonly unknown[]): (() => Value) => {
    if (kept === null || !sameEntries(kept.inputs, inputs)) kept = { inputs, view: storeView(store, select) };
    return kept.view;
  };
}

function watched(store: Store, reads: (() => boolean)[]): StoreReader {
  function watch<Value>(ask: () => Value): Value {
    const answer = ask();
    reads.push(() => ask() === answer);
    return answer;
  }
  return {
    get: (name, id) => watch(() => store.get(name, id)),
    all: (name) => watch(() => store.all(name)),
    by: (name, field, key) => watch(() => store.by(name, field, key)),
    list: <Name extends EntityName>(spec: ListSpec<Name>) => watch(() => store.list(spec)),
  };
}

function looksSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return sameEntries(a, b);
  return Object.is(a, b);
}
