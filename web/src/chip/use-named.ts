import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useMemo } from 'react';
import { useAll } from '../sync/use-store.ts';

export interface Named {
  readonly members: readonly EntityOf<'member'>[];
  readonly keys: ReadonlySet<string>;
}

/** Whom and which flags a text may name; the same object until one of them changes. */
export function useNamed(): Named {
  const all = useAll('member');
  const flags = useAll('flag');
  return useMemo(
    () => ({ members: all.filter(({ removedAt }) => removedAt === null), keys: new Set(flags.map(({ key }) => key)) }),
    [all, flags],
  );
}
