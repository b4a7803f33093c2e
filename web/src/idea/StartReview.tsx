// The way into a review: go on with the one that is open, or start one over all undecided ideas.
import { useRouter } from '@tanstack/react-router';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useList, type ListSpec } from '../sync/use-store.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { actNamed } from '../ui/command.ts';
import { useCommands } from '../ui/use-commands.ts';
import { parkingLotCommands } from './idea-commands.ts';

const openReviews: ListSpec<'review'> = {
  entity: 'review',
  where: (review) => review.closedAt === null && review.queue.length > 1,
  order: (a, b) => (a.startedAt < b.startedAt ? 1 : -1),
};

export function StartReview({ hasIdeas }: { readonly hasIdeas: boolean }) {
  const [running] = useList(openReviews);
  const { history } = useRouter();
  const mayDecide = useMay('decide');
  const mayRead = useMay('read');
  const label = running === undefined ? 'Start review' : mayDecide ? 'Go on with the review' : 'Follow the review';
  const isShown = running === undefined ? mayDecide && hasIdeas : mayRead;
  const start = async () => {
    if (running !== undefined) return history.push(`/review/${running.id}`);
    const sent = await act('review.start', {}, { canUndo: false });
    if ('value' in sent) history.push(`/review/${sent.value.id}`);
  };
  const context = { label, mayStart: isShown, start: () => void start() };
  useCommands(parkingLotCommands, () => context);
  return <ActButton variant="primary" act={actNamed(parkingLotCommands, 'review.start', context)} />;
}
