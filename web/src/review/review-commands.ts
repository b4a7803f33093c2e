// What can be done in a review. It is a full-screen place: its single keys replace all others.
import type { CommandSet, Question } from '../ui/command.ts';
import type { Idea } from './review-progress.ts';
import type { RefineTeam } from './use-refine-team.ts';
import type { ReviewRun } from './use-review-run.ts';

export interface ReviewContext {
  readonly run: ReviewRun;
  readonly refine: RefineTeam;
  /** The one on the table; undefined when none waits. */
  readonly idea: Idea | undefined;
  readonly mayDecide: boolean;
  readonly leave: () => void;
}

const drives = ({ run, mayDecide }: ReviewContext) => mayDecide && run.isDriver;
const decides = (context: ReviewContext) => drives(context) && context.idea !== undefined;

export const reviewCommands: CommandSet<ReviewContext> = {
  name: 'Review',
  scope: 'screen',
  titleOf: ({ idea }) => (idea === undefined ? 'The review' : `${idea.handle} ${idea.problem}`),
  commands: [
    { id: 'review.story', name: 'Story', keys: ['s'], words: 'refine', when: decides, run: refineAs('story') },
    { id: 'review.task', name: 'Task', keys: ['t'], words: 'refine', when: decides, run: refineAs('task') },
    {
      id: 'review.merge',
      name: 'Merge',
      keys: ['m'],
      words: 'duplicate same',
      when: decides,
      run: ({ run }) => run.setStep('merge'),
    },
    {
      id: 'review.keep',
      name: 'Keep',
      keys: ['k'],
      words: 'later',
      when: (context) => decides(context) && (context.idea?.keptCount ?? 0) < 3,
      run: ({ run }) => run.decide({ kind: 'keep' }),
    },
    {
      id: 'review.reject',
      name: 'Reject',
      keys: ['x'],
      words: 'no decline',
      tone: 'bad',
      when: decides,
      run: ({ run }) => run.setStep('reject'),
    },
    {
      id: 'review.undo',
      name: 'Undo',
      keys: ['u', '$mod+z'],
      words: 'back last decision',
      when: (context) => drives(context) && context.run.review.entries.length > 0,
      run: ({ run }) => run.undo(),
    },
    {
      id: 'review.drive',
      name: 'Take over',
      keys: ['d'],
      words: 'drive',
      when: ({ run, mayDecide }) => mayDecide && !run.isDriver,
      run: ({ run }) => run.takeOver(),
    },
    { id: 'review.next', name: 'Next without deciding', keys: ['ArrowRight'], words: 'skip', run: ({ run }) => run.walk(1) },
    { id: 'review.previous', name: 'Previous without deciding', keys: ['ArrowLeft'], run: ({ run }) => run.walk(-1) },
    {
      id: 'review.close',
      name: 'Close review',
      keys: ['Shift+Enter'],
      words: 'end finish figures',
      when: ({ mayDecide }) => mayDecide,
      run: ({ run }) => void run.close(),
    },
    { id: 'review.leave', name: 'Leave; the review stays open', keys: ['Escape'], words: 'exit', run: ({ leave }) => leave() },
  ],
};

/** While the second step of a decision is open: its own keys lie above these. */
export const reviewStepCommands: CommandSet<{ readonly back: () => void }> = {
  name: 'Review',
  scope: 'screen',
  commands: [{ id: 'review.back', name: 'Back', keys: ['Escape'], run: ({ back }) => back() }],
};

export interface ClosedContext {
  readonly leave: () => void;
  /** Takes the last decision back; null once the answers are out, and for who did not drive. */
  readonly undo: (() => void) | null;
}

export const closedReviewCommands: CommandSet<ClosedContext> = {
  name: 'Review',
  scope: 'screen',
  commands: [
    { id: 'review.to_parking_lot', name: 'Back to the parking lot', keys: ['Enter', 'Escape'], run: ({ leave }) => leave() },
    {
      id: 'review.undo_closed',
      name: 'Take the last decision back',
      keys: ['u', '$mod+z'],
      words: 'undo',
      when: ({ undo }) => undo !== null,
      run: ({ undo }) => undo?.(),
    },
  ],
};

/** Refines into the team chosen last, or asks which: the next ones then go there too. */
function refineAs(as: 'story' | 'task'): (context: ReviewContext) => Question | void {
  return ({ run, refine }) => {
    if (refine.team !== null) return run.decide({ kind: 'refine', as, teamId: refine.team.id });
    return {
      title: 'Which team refines it?',
      note: 'The next ones go there too; change it at the top.',
      choices: refine.teams.map(({ id, name }) => ({
        id,
        name,
        run: () => {
          refine.choose(id);
          run.decide({ kind: 'refine', as, teamId: id });
        },
      })),
    };
  };
}
