// What an opened flag is drawn from, and which of its environments is worked on.
import { useEffect, useState } from 'react';
import { useQuery, useOpened } from '../sync/use-query.ts';
import type { FlagContext } from './flag-commands.ts';
import { useFlag, type Flag } from './flag-rows.ts';
import { useFlagActs, type FlagActs } from './use-flag-acts.ts';

export interface OpenedFlag {
  readonly flag: Flag | undefined;
  /** Why there is none; null while it is loaded or there is one. */
  readonly refusal: string | null;
  readonly acts: FlagActs;
  /** Key of the environment whose rules are edited; null: none. */
  readonly editing: string | null;
  readonly edit: (environment: string | null) => void;
  readonly contextOf: (flag: Flag) => FlagContext;
}

/** The id that the field of the explanation is found by. */
export const explainFieldId = 'explain-context';

export function useOpenedFlag(key: string): OpenedFlag {
  const known = useFlag(key);
  // What was archived long ago is not in the store.
  const asked = useQuery('flag.get', known === undefined ? { key } : null);
  const acts = useFlagActs();
  const [editing, edit] = useState<string | null>(null);
  useOpened('flag', asked.value === undefined ? undefined : [asked.value.flag], asked.seq);
  useEffect(() => edit(null), [key]);
  const { environments } = acts;
  return {
    flag: known ?? asked.value?.flag,
    refusal: asked.refusal?.message ?? null,
    acts,
    editing,
    edit,
    contextOf: (flag) => {
      const aimed = document.activeElement?.closest<HTMLElement>('[data-environment]')?.dataset['environment'];
      return {
        acts,
        flags: [flag],
        aimed: environments.find((one) => one.key === aimed) ?? null,
        opened: {
          editRules: (environment) => edit(environment.key),
          explain: () => document.querySelector<HTMLElement>(`#${explainFieldId} textarea`)?.focus(),
        },
      };
    },
  };
}
