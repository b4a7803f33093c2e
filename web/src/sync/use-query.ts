// Asking: answers that only the server can compute, and texts that are fetched when opened.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import type { InputOf, QueryName } from '@shortlist/domain/operations.ts';
import type { TextField } from '@shortlist/domain/text/text.ts';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { appSync } from './app-sync.ts';
import type { QueryView, RefreshOn } from './query-cache.ts';
import { useEntity } from './use-store.ts';

export type { QueryView, RefreshOn } from './query-cache.ts';

export interface Queried<Name extends QueryName> extends QueryView<Name> {
  readonly refetch: () => void;
}

/**
 * The answer of a query; null as input asks nothing yet. The last answer stays while a newer one is fetched, and is there
 * at once when the same question is looked at again. `refreshOn` names what bears on it.
 */
export function useQuery<Name extends QueryName>(
  name: Name,
  input: InputOf<Name> | null,
  options: { readonly refreshOn?: RefreshOn } = {},
): Queried<Name> {
  const entry = input === null ? null : appSync.queries.entry(name, input);
  const { refreshOn } = options;
  useEffect(() => {
    if (refreshOn !== undefined) entry?.setRefreshOn(refreshOn);
  }, [entry, refreshOn]);
  const view: QueryView<Name> = useSyncExternalStore(entry?.subscribe ?? subscribeToNothing, entry?.current ?? nothingAsked);
  return { ...view, refetch: entry?.refetch ?? refetchNothing };
}

export interface OpenedText {
  /** As typed, with the guess of an edit on its way; undefined until it is fetched, empty when nobody wrote any. */
  readonly text: string | undefined;
  /** The `baseSeq` of an edit that begins with this text. */
  readonly baseSeq: number;
  readonly refusal: QueryView<'text.get'>['refusal'];
}

/** A long text of an entity, kept by the feed while it is shown. */
export function useText(subjectId: string, field: TextField): OpenedText {
  const id = `${subjectId}.${field}`;
  const refreshOn = useMemo<RefreshOn>(() => (change) => change.entity === 'text' && change.id === id, [id]);
  const { value, seq, refusal } = useQuery('text.get', { subjectId, field }, { refreshOn });
  useEffect(() => {
    if (value !== undefined) appSync.store.putOpened('text', id, value.text, Math.max(seq, value.seq));
  }, [id, value, seq]);
  const kept = useEntity('text', id);
  const text = kept?.text ?? (value === undefined ? undefined : (value.text?.text ?? ''));
  return { text, baseSeq: appSync.store.seqOf(id), refusal };
}

/** The entities of a kind that was fetched when opened: kept by the feed from then on, with one's own guesses over them. */
export function useOpened<Name extends EntityName>(name: Name, items: readonly EntityOf<Name>[] | undefined, seq: number): void {
  useEffect(() => {
    if (items === undefined) return;
    appSync.store.batch(() => {
      for (const item of items) appSync.store.putOpened(name, item.id, item, seq);
    });
  }, [name, items, seq]);
}

const unasked = { value: undefined, seq: 0, refusal: null, isFetching: false } as const;

function nothingAsked(): typeof unasked {
  return unasked;
}

function subscribeToNothing(): () => void {
  return refetchNothing;
}

function refetchNothing(): void {
  // Nothing was asked, so there is nothing to ask again.
}
