import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useRouter } from '@tanstack/react-router';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { Button } from '../ui/Button.tsx';

/** Decides one idea without waiting for the next review: a review of one. */
export function DecideNow({ idea }: { readonly idea: EntityOf<'idea'> }) {
  const { history } = useRouter();
  if (!useMay('decide')) return null;
  const decide = async () => {
    const sent = await act('review.start', { ideaIds: [idea.id] }, { canUndo: false });
    if ('value' in sent) history.push(`/review/${sent.value.id}`);
  };
  return (
    <Button size="small" onClick={() => void decide()}>
      Decide now
    </Button>
  );
}
