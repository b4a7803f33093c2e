// Asks for page after page of what the store does not hold: each page draws the next one. Nothing is to be seen of it.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useEffect } from 'react';
import { useQuery } from '../sync/use-query.ts';
import type { OlderItem } from '../list/work-rows.ts';

const limit = 1000;

export interface OlderIdeasProps {
  readonly after?: string;
  /** The same function at each drawing. */
  readonly onPage: (ideas: readonly EntityOf<'idea'>[], labellings: readonly EntityOf<'labelling'>[]) => void;
  /** Called when the last page has come. */
  readonly onEnd: () => void;
}

export function OlderIdeas({ after, onPage, onEnd }: OlderIdeasProps) {
  const { value } = useQuery('idea.list', { state: 'decided', limit, ...(after !== undefined && { after }) });
  useEffect(() => {
    if (value === undefined) return;
    onPage(value.items, value.labellings);
    if (value.next === null) onEnd();
  }, [value, onPage, onEnd]);
  return value?.next == null ? null : <OlderIdeas key={value.next} after={value.next} onPage={onPage} onEnd={onEnd} />;
}

export interface OlderItemsProps {
  readonly after?: string;
  /** The same function at each drawing. */
  readonly onPage: (items: readonly OlderItem[], labellings: readonly EntityOf<'labelling'>[]) => void;
  /** Called when the last page has come. */
  readonly onEnd: () => void;
}

export function OlderItems({ after, onPage, onEnd }: OlderItemsProps) {
  const { value } = useQuery('item.list', { limit, ...(after !== undefined && { after }) });
  useEffect(() => {
    if (value === undefined) return;
    onPage(value.items, value.labellings);
    if (value.next === null) onEnd();
  }, [value, onPage, onEnd]);
  return value?.next == null ? null : <OlderItems key={value.next} after={value.next} onPage={onPage} onEnd={onEnd} />;
}
