// Flags as the rows of a list, with what is known around each; and the flag of a story.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { flagStand, type FlagStand } from '@shortlist/domain/flag/environment-state.ts';
import type { FlagSubject } from '@shortlist/domain/flag/flag-subject.ts';
import { useMemo } from 'react';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { useAll, useView } from '../sync/use-store.ts';

export type Flag = EntityOf<'flag'>;
export type Environment = EntityOf<'environment'>;

export interface FlagRow extends FlagSubject {
  readonly id: string;
  /** By the key of the environment. */
  readonly standOf: ReadonlyMap<string, FlagStand>;
}

const bearsOnAsking: RefreshOn = ['flag'];

/** All flags that are alive, in no order; those that were archived long ago are not among them. */
export function useFlagRows(): readonly FlagRow[] {
  const flags = useAll('flag');
  const environments = useAll('environment');
  const members = useAll('member');
  const stories = useAll('story');
  const asked = useQuery('flag.asked', {}, { refreshOn: bearsOnAsking }).value;
  return useMemo(() => {
    const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
    const handles = new Map<string, string>(stories.map(({ id, handle }) => [id, handle]));
    const askedAt = new Map(asked?.items.map(({ key, lastEvaluatedAt }) => [key, lastEvaluatedAt]));
    return flags.map((flag): FlagRow => {
      const standOf = new Map(environments.map((environment) => [environment.key, flagStand(flag, environment)]));
      return {
        id: flag.id,
        flag,
        ownerName: flag.ownerId === null ? '' : (names.get(flag.ownerId) ?? ''),
        storyHandles: flag.storyIds.flatMap((id) => handles.get(id) ?? []),
        standOf,
        stands: Object.fromEntries([...standOf].map(([key, { kind }]) => [key, kind])),
        askedAt: askedAt.get(flag.key) ?? null,
      };
    });
  }, [flags, environments, members, stories, asked]);
}

/** From the first place a change is tried to the last. */
export function useEnvironments(): readonly Environment[] {
  const environments = useAll('environment');
  return useMemo(() => environments.toSorted((a, b) => a.position - b.position), [environments]);
}

/** Undefined while it is not known here, or there is none. */
export function useFlag(key: string): Flag | undefined {
  return useView((read) => read.all('flag').find((flag) => flag.key === key), [key]);
}

const byStory = new WeakMap<readonly Flag[], ReadonlyMap<string, Flag>>();

/** The flag that a story has; looked up among thousands without going through them. */
export function useFlagOfStory(storyId: string): Flag | undefined {
  return useView((read) => flagsByStory(read.all('flag')).get(storyId), [storyId]);
}

function flagsByStory(flags: readonly Flag[]): ReadonlyMap<string, Flag> {
  const known = byStory.get(flags);
  if (known !== undefined) return known;
  const made = new Map(flags.flatMap((flag) => flag.storyIds.map((id): [string, Flag] => [id, flag])));
  byStory.set(flags, made);
  return made;
}
