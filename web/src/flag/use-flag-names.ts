// The names that stand for ids and keys in sentences about flags.
import type { FlagNames } from '@shortlist/domain/flag/flag-diff.ts';
import type { SegmentNames } from '@shortlist/domain/flag/rule-sentences.ts';
import { useMemo } from 'react';
import { usePersonNames } from '../idea/use-person-name.ts';
import { useAll } from '../sync/use-store.ts';
import { useEnvironments } from './flag-rows.ts';

export function useSegmentNames(): SegmentNames {
  const segments = useAll('segment');
  return useMemo(() => new Map(segments.map(({ key, name }) => [key, name])), [segments]);
}

export function useFlagNames(): FlagNames {
  const environments = useEnvironments();
  const segments = useSegmentNames();
  const nameOf = usePersonNames();
  const stories = useAll('story');
  return useMemo(() => {
    const handles = new Map<string, string>(stories.map(({ id, handle }) => [id, handle]));
    return {
      environments,
      segments,
      personOf: (id) => nameOf(id) ?? (id === null ? 'nobody' : 'somebody'),
      storyOf: (id) => handles.get(id) ?? 'a story',
    };
  }, [environments, segments, nameOf, stories]);
}
