import { useRouter } from '@tanstack/react-router';
import { copyLink } from '../app/copy-link.ts';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { itemHref } from '../app/use-open-item.ts';
import { followActs } from '../notice/follow-acts.ts';
import type { IdeaActs } from './idea-commands.ts';

/** How things are done to ideas. Deciding some without waiting for the next review is a review of those alone. */
export function useIdeaActs(): IdeaActs {
  const { history } = useRouter();
  const mayDecide = useMay('decide');
  const mayShape = useMay('shape');
  return {
    mayDecide,
    mayShape,
    decide: (ideas, step) => {
      void act('review.start', { ideaIds: ideas.map(({ id }) => id) }, { canUndo: false }).then((sent) => {
        if ('value' in sent) history.push(`/review/${sent.value.id}${step === null ? '' : `?step=${step}`}`);
      });
    },
    following: followActs,
    copyLink: ({ handle }) => void copyLink(itemHref(handle)),
  };
}
