/** Why an idea or an item is refused, with the sentence each proposes. The order gives the digit keys in Review. */

export const rejectReasons = [
  'unclear_impact',
  'not_our_direction',
  'no_room',
  'cannot_reproduce',
  'already_possible',
  'other',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export const rejectReasonWords: Readonly<Record<RejectReason, { readonly label: string; readonly sentence: string }>> = {
  unclear_impact: {
    label: 'Unclear impact',
    sentence: 'We could not see whom this helps and how much; an example of when it cost you something would change that.',
  },
  not_our_direction: {
    label: 'Not our direction',
    sentence: 'This leads away from what we want to be good at, so we will not build it.',
  },
  no_room: {
    label: 'No room: other things matter more',
    sentence: 'Other needs weigh more right now, and we only promise what we can finish.',
  },
  cannot_reproduce: {
    label: 'Cannot reproduce',
    sentence: 'We tried and could not see it happen; the steps that lead there would help us look again.',
  },
  already_possible: {
    label: 'Already possible',
    sentence: 'This can already be done today; tell us where you looked, so that we make it easier to find.',
  },
  other: { label: 'Other', sentence: '' },
};
