// Addresses of criteria, as in `/item/STORY-34#AC-3`: they lead to the criterion, also where it went when a story was split.
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { itemHref } from '../app/use-open-item.ts';
import { useView } from '../sync/use-store.ts';
import type { Story } from './item.ts';

/** Brings the criterion of the address into sight, or goes to where it went. Answers its number; 0 where there is none. */
export function useAimedCriterion({ id: storyId, handle: ownHandle }: Story): number {
  // On the way to another story the address is that one's already.
  const hash = useRouterState({
    select: ({ location }) => (location.pathname === itemHref(ownHandle) || !isItemPage(location.pathname) ? location.hash : ''),
  });
  const navigate = useNavigate();
  const number = Number(/^AC-(\d+)$/.exec(hash)?.[1] ?? 0);
  const address = `${storyId}#${number}`;
  // Who splits the story just now stays where they are.
  const wasHere = useRef('');
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
  const movedNumber = moved?.number;
  useEffect(() => {
    // Whoever leaves the address and comes back to it is led on.
    return () => {
      wasHere.current = '';
    };
  }, [address]);
  useEffect(() => {
    if (!isHere) return;
    wasHere.current = address;
    document.getElementById(`AC-${number}`)?.scrollIntoView({ block: 'center' });
  }, [isHere, number, address]);
  useEffect(() => {
    // A handle is drawn by the server: a guess has none yet.
    if (movedNumber === undefined || handle === undefined || handle === '' || wasHere.current === address) return;
    void navigate({ to: itemHref(handle), hash: `AC-${movedNumber}`, replace: true });
  }, [navigate, handle, movedNumber, address]);
  return number;
}

function isItemPage(path: string): boolean {
  return path.startsWith(itemHref(''));
}
