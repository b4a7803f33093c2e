// Reads out what other people change, for screen readers: gathered, so that a burst is one sentence.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { useEffect, useRef, useState } from 'react';
import { usePersonNames } from '../idea/use-person-name.ts';
import { useFeed } from '../sync/use-feed.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { activityWords } from './activity-words.ts';
import { useHandle } from './use-handle.ts';
import { useMe } from './use-me.ts';

/** Milliseconds in which changes are gathered. */
const gatherMs = 2000;

export function OthersAnnouncer() {
  const me = useMe();
  const nameOf = usePersonNames();
  const [said, setSaid] = useState('');
  const gathered = useRef<readonly FeedChange[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [about, setAbout] = useState<string | null>(null);
  const handle = useHandle(about);
  useEffect(() => () => clearTimeout(timer.current), []);
  useFeed((changes) => {
    const others = changes.filter((change) => change.by !== null && change.by !== me.id && activityWords(change) !== null);
    if (others.length === 0) return;
    gathered.current = [...gathered.current, ...others];
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const [first] = gathered.current;
      const more = gathered.current.length - 1;
      gathered.current = [];
      if (first === undefined) return;
      setAbout(subjectOf(first));
      setSaid(`${nameOf(first.by) ?? 'Someone'} ${activityWords(first) ?? ''}${more === 0 ? '' : `, and ${more} more changes`}.`);
    }, gatherMs);
  });
  return <VisuallyHidden live>{said === '' || handle === null ? said : `${handle}: ${said}`}</VisuallyHidden>;
}

/** What a change belongs to, whose handle is said. */
function subjectOf({ id, value }: FeedChange): string {
  const subject = value?.['subjectId'] ?? value?.['storyId'];
  return typeof subject === 'string' ? subject : id;
}
