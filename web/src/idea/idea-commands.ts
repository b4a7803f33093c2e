// What can be done to ideas, and in the parking lot.
import { hasAnswer } from '@shortlist/domain/review/answer-time.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { followCommands, type FollowActs } from '../notice/follow-commands.ts';
import { pickLabels } from '../label/label-picker.ts';
import type { CommandSet } from '../ui/command.ts';
import { rewordAnswer } from './reword-answer.ts';

type Idea = EntityOf<'idea'>;

export interface ParkingLotContext {
  /** As it is called just now: starting, going on, following. */
  readonly label: string;
  readonly mayStart: boolean;
  readonly start: () => void;
}

export const parkingLotCommands: CommandSet<ParkingLotContext> = {
  name: 'Parking lot',
  scope: 'place',
  commands: [
    {
      id: 'review.start',
      name: ({ label }) => label,
      keys: ['r'],
      words: 'review decide triage ideas',
      when: ({ mayStart }) => mayStart,
      run: ({ start }) => start(),
    },
  ],
};

export interface IdeaActs {
  readonly mayDecide: boolean;
  readonly mayShape: boolean;
  /** Starts a review of these alone, with the given step open. */
  readonly decide: (ideas: readonly Idea[], step: 'reject' | 'merge' | null) => void;
  readonly copyLink: (idea: Idea) => void;
  readonly following: FollowActs;
}

export interface IdeaContext {
  readonly acts: IdeaActs;
  /** Never empty. */
  readonly ideas: readonly Idea[];
}

const isOne = ({ ideas }: IdeaContext) => ideas.length === 1;
const mayReword = (idea: Idea) => hasAnswer(idea) && idea.answeredAt == null;
const mayDecide = ({ acts, ideas }: IdeaContext) => acts.mayDecide && ideas.every(({ decision }) => decision === null);

export const ideaCommands: CommandSet<IdeaContext> = {
  name: 'Idea',
  scope: 'thing',
  titleOf: ({ ideas }) => {
    const [first] = ideas;
    return ideas.length === 1 && first !== undefined ? `${first.handle} ${first.problem}` : `${ideas.length} ideas`;
  },
  commands: [
    {
      id: 'idea.decide',
      name: 'Decide now',
      keys: ['d'],
      words: 'review refine story task keep',
      when: mayDecide,
      run: ({ acts, ideas }) => acts.decide(ideas, null),
    },
    {
      id: 'idea.merge',
      name: 'Merge…',
      keys: ['m'],
      words: 'duplicate same into',
      when: (context) => mayDecide(context) && isOne(context),
      run: ({ acts, ideas }) => acts.decide(ideas, 'merge'),
    },
    {
      id: 'idea.reword',
      name: 'Reword the answer…',
      keys: ['e'],
      words: 'edit sentence notice rejected merged',
      when: (context) => context.acts.mayDecide && isOne(context) && context.ideas.every(mayReword),
      run: ({ ideas: [idea] }) => rewordAnswer(idea ?? null),
    },
    {
      id: 'idea.labels',
      name: 'Labels…',
      keys: ['l'],
      words: 'tag word colour',
      when: ({ acts }) => acts.mayShape,
      run: ({ ideas }) => pickLabels({ ids: ideas.map(({ id }) => id), name: namesOf(ideas) }),
    },
    {
      id: 'idea.copy_link',
      name: 'Copy link',
      words: 'address url share',
      when: isOne,
      run: ({ acts, ideas: [idea] }) => {
        if (idea !== undefined) acts.copyLink(idea);
      },
    },
    ...followCommands('idea', ({ acts, ideas }: IdeaContext) => ({ acts: acts.following, subjects: ideas })),
    {
      id: 'idea.reject',
      name: 'Reject…',
      keys: ['Backspace'],
      words: 'no decline delete remove',
      tone: 'bad',
      when: (context) => mayDecide(context) && isOne(context),
      run: ({ acts, ideas }) => acts.decide(ideas, 'reject'),
    },
  ],
};

function namesOf(ideas: readonly Idea[]): string {
  const [first] = ideas;
  if (ideas.length !== 1 || first === undefined) return `${ideas.length} ideas`;
  return first.handle === '' ? `“${first.problem}”` : first.handle;
}
