// The running review: its commands, the idea that is shown, and the step that is open.
import { Redo2, Undo2 } from 'lucide-react';
import { useMay } from '../app/use-may.ts';
import { useEntity } from '../sync/use-store.ts';
import { actNamed, actsOf } from '../ui/command.ts';
import { KeyActions, type KeyAction } from '../ui/KeyActions.tsx';
import { perform } from '../ui/questions.ts';
import { useCommands } from '../ui/use-commands.ts';
import { AllDecided } from './AllDecided.tsx';
import { IdeaCard } from './IdeaCard.tsx';
import { MergeForm } from './MergeForm.tsx';
import { RejectForm } from './RejectForm.tsx';
import { reviewCommands, reviewStepCommands, type ReviewContext } from './review-commands.ts';
import { ReviewBar } from './ReviewBar.tsx';
import styles from './RunningReview.module.css';
import type { Review } from './review-progress.ts';
import { useLeave } from './use-leave.ts';
import { useRefineTeam } from './use-refine-team.ts';
import { useReviewRun } from './use-review-run.ts';

export function RunningReview({ review }: { readonly review: Review }) {
  const run = useReviewRun(review);
  const refine = useRefineTeam();
  const goBack = useLeave();
  const mayDecide = useMay('decide');
  // A single idea was decided by itself: nobody comes back to go on with it.
  const leave = () => {
    if (review.queue.length === 1 && run.isDriver) void run.close();
    goBack();
  };
  const idea = useEntity('idea', run.ideaId);
  const { step, setStep } = run;
  const context: ReviewContext = { run, refine, idea, mayDecide, leave };
  const actOf = (id: string) => actNamed(reviewCommands, id, context);
  const back = () => setStep(null);
  return (
    <>
      <ReviewCommands context={context} back={step === null ? null : back} />
      <ReviewBar run={run} refine={refine} actOf={actOf} />
      <div className={styles.centre}>
        {idea === undefined ? (
          <AllDecided run={run} actOf={actOf} />
        ) : (
          <IdeaCard
            key={idea.id}
            idea={idea}
            refused={run.refused}
            actions={
              step === 'reject' ? (
                <RejectForm onReject={(reason, sentence) => run.decide({ kind: 'reject', reason, sentence })} onCancel={back} />
              ) : step === 'merge' ? (
                <MergeForm
                  idea={idea}
                  onMerge={(intoId, sentence) => run.decide({ kind: 'merge', intoId, sentence })}
                  onCancel={back}
                />
              ) : (
                <KeyActions label="Decisions" actions={keyActions(context)} />
              )
            }
          />
        )}
      </div>
    </>
  );
}

const looks: Readonly<Record<string, Pick<KeyAction, 'icon' | 'tone'>>> = {
  'review.story': { tone: 'accent' },
  'review.task': {},
  'review.merge': {},
  'review.keep': {},
  'review.reject': { tone: 'bad' },
  'review.undo': { icon: <Undo2 size={14} /> },
  'review.drive': { tone: 'accent', icon: <Redo2 size={14} /> },
};

/** The acts under the card; what the driver cannot do just now keeps its place. */
function keyActions(context: ReviewContext): readonly KeyAction[] {
  const may = new Map(actsOf(reviewCommands, context).map((act) => [act.id, act]));
  const mine = context.mayDecide && context.run.isDriver ? (id: string) => id !== 'review.drive' : (id: string) => may.has(id);
  return reviewCommands.commands
    .filter(({ id }) => id in looks && mine(id))
    .map(({ id, name, keys: [key = ''] = [] }) => {
      const act = may.get(id);
      return {
        id,
        label: act?.name ?? String(name),
        keys: key,
        ...looks[id],
        disabled: act === undefined,
        run: () => {
          if (act !== undefined) perform(act);
        },
      };
    });
}

/** Comes before the card, so that keys which an open step binds lie above it. */
function ReviewCommands({ context, back }: { readonly context: ReviewContext; readonly back: (() => void) | null }) {
  useCommands(reviewCommands, () => context, { active: back === null });
  useCommands(reviewStepCommands, () => (back === null ? null : { back }), { active: back !== null });
  return null;
}
