// Addresses of criteria, as in `/item/STORY-34#AC-3`: they lead to the criterion, also where it went when a story was split.
import { useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { itemHref } from '../app/use-open-item.ts';
import { useView } from '../sync/use-store.ts';
import type { Story } from './item.ts';

export interface AimedCriterion {
  /** The number in the address; 0 where there is none. */
  readonly number: number;
  /** A line that leads to where it went; null where it is here. */
  readonly elsewhere: ReactNode;
}

/** Brings the criterion of the address into sight. */
export function useAimedCriterion(storyId: Story['id']): AimedCriterion {
  const hash = useRouterState({ select: (state) => state.location.hash });
  const number = Number(/^AC-(\d+)$/.exec(hash)?.[1] ?? 0);
  const isHere = useView(
    (read) => number > 0 && read.by('criterion', 'storyId', storyId).some((criterion) => criterion.number === number),
    [storyId, number],
  );
  const moved = useView(
    (read) => {
      if (number === 0 || isHere) return undefined;
      return read
        .all('criterion')
        .find(({ formerly }) => formerly.some((before) => before.storyId === storyId && before.number === number));
    },
    [storyId, number, isHere],
  );
  const handle = useView((read) => read.get('story', moved?.storyId)?.handle, [moved?.storyId]);
  useEffect(() => {
    if (isHere) document.getElementById(`AC-${number}`)?.scrollIntoView({ block: 'center' });
  }, [isHere, number]);
  if (moved === undefined || handle === undefined) return { number, elsewhere: null };
  const to = `AC-${moved.number}`;
  const elsewhere = (
    <p>
      AC-{number} went to{' '}
      <a href={`${itemHref(handle)}#${to}`}>
        {handle}, {to}
      </a>
      .
    </p>
  );
  return { number, elsewhere };
}
