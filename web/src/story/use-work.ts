// One item by its handle: live from the store, or, when it ended long ago, as the server answers it.
import { useMemo } from 'react';
import type { Refused } from '../sync/send.ts';
import { useQuery } from '../sync/use-query.ts';
import { useBy, useEntity, useView } from '../sync/use-store.ts';
import type { Label } from '../label/use-labels.ts';
import { workOf, type Criterion, type Finding, type Placement, type Question, type Team, type Work } from './item.ts';

export interface OpenedWork {
  /** Undefined until it is known. */
  readonly work: Work | undefined;
  readonly team: Team | undefined;
  /** In any order; none for a task. */
  readonly criteria: readonly Criterion[];
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
  /** As the server answers them where the store does not hold the item. */
  readonly labels: readonly Label[];
  /** Why there is none. */
  readonly refusal: Refused | null;
}

/** Once it is known. */
export interface KnownWork extends OpenedWork {
  readonly work: Work;
  readonly team: Team;
}

const noLabels: readonly Label[] = [];
// An id that nothing has.
const noItem = '' as Placement['id'];

export function useWork(handle: string): OpenedWork {
  const live = useView((read) => read.by('story', 'handle', handle)[0] ?? read.by('task', 'handle', handle)[0], [handle]);
  const livePlacement = useEntity('placement', live?.id);
  const isLive = live !== undefined && livePlacement !== undefined;
  const isStoryHandle = handle.startsWith('STORY-');
  const story = useQuery('story.get', !isLive && isStoryHandle ? { itemId: handle } : null);
  const task = useQuery('task.get', !isLive && !isStoryHandle ? { itemId: handle } : null);
  const item = live ?? story.value?.story ?? task.value?.task;
  const placement = livePlacement ?? story.value?.placement ?? task.value?.placement;
  const liveCriteria = useBy('criterion', 'storyId', item?.id ?? noItem);
  const liveQuestions = useBy('question', 'storyId', item?.id ?? noItem);
  const liveFindings = useBy('finding', 'storyId', item?.id ?? noItem);
  const fetched = story.value;
  const labels = story.value?.labels ?? task.value?.labels ?? noLabels;
  const team = useEntity('team', placement?.teamId);
  return useMemo(() => {
    const criteria = isLive ? liveCriteria : (fetched?.criteria ?? []);
    const questions = isLive ? liveQuestions : (fetched?.questions ?? []);
    const findings = isLive ? liveFindings : (fetched?.findings ?? []);
    const parts = { team, criteria, questions, findings, labels };
    if (item === undefined || placement === undefined) {
      return { work: undefined, ...parts, refusal: story.refusal ?? task.refusal };
    }
    return { work: workOf(item, placement, { criteria, questions, team }), ...parts, refusal: null };
  }, [item, placement, team, isLive, liveCriteria, liveQuestions, liveFindings, fetched, labels, story.refusal, task.refusal]);
}
