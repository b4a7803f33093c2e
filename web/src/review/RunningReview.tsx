// The running review: its keys, the idea that is shown, and the step that is open.
import { Redo2, Undo2 } from 'lucide-react';
import { useMay } from '../app/use-may.ts';
import { useEntity } from '../sync/use-store.ts';
import { PickDialog } from '../story/PickDialog.tsx';
import type { KeyAction } from '../ui/KeyActions.tsx';
import { KeyActions } from '../ui/KeyActions.tsx';
import type { KeyBinding } from '../ui/key-presses.ts';
import { useKeys } from '../ui/use-keys.ts';
import { AllDecided } from './AllDecided.tsx';
import { IdeaCard } from './IdeaCard.tsx';
import { MergeForm } from './MergeForm.tsx';
import { RejectForm } from './RejectForm.tsx';
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
  const { step, setStep, isDriver } = run;
  const isDeciding = mayDecide && isDriver && idea !== undefined;

  const refineAs = (as: 'story' | 'task', teamId = refine.team?.id) => {
    if (teamId === undefined) setStep(as === 'story' ? 'team_story' : 'team_task');
    else run.decide({ kind: 'refine', as, teamId });
  };
  const actions: readonly KeyAction[] = [
    { id: 'story', keys: 's', label: 'Story', tone: 'accent', run: () => refineAs('story') },
    { id: 'task', keys: 't', label: 'Task', run: () => refineAs('task') },
    { id: 'merge', keys: 'm', label: 'Merge', chosen: step === 'merge', run: () => setStep('merge') },
    { id: 'keep', keys: 'k', label: 'Keep', disabled: (idea?.keptCount ?? 0) >= 3, run: () => run.decide({ kind: 'keep' }) },
    { id: 'reject', keys: 'x', label: 'Reject', tone: 'bad', chosen: step === 'reject', run: () => setStep('reject') },
  ];
  const undo: KeyAction = {
    id: 'undo',
    keys: 'u',
    label: 'Undo',
    icon: <Undo2 size={14} />,
    disabled: review.entries.length === 0,
    run: run.undo,
  };
  const takeOver: KeyAction = {
    id: 'drive',
    keys: 'd',
    label: 'Take over',
    icon: <Redo2 size={14} />,
    tone: 'accent',
    run: run.takeOver,
  };
  const close = () => void run.close();

  const bindings: KeyBinding[] = [
    ...[...(isDeciding ? actions : []), ...(mayDecide && isDriver ? [undo] : []), ...(mayDecide && !isDriver ? [takeOver] : [])]
      .filter(({ disabled }) => disabled !== true)
      .map(({ keys, label, run: act }) => ({ keys, label, run: act })),
    { keys: 'ArrowRight', label: 'Next without deciding', run: () => run.walk(1) },
    { keys: 'ArrowLeft', label: 'Previous without deciding', run: () => run.walk(-1) },
    { keys: 'Escape', label: 'Leave; the review stays open', run: leave },
  ];
  if (mayDecide) bindings.push({ keys: 'Shift+Enter', label: 'Close the review', run: close });
  if (mayDecide && isDriver) bindings.push({ keys: '$mod+z', label: 'Undo the last decision', run: run.undo });
  const back = () => setStep(null);
  return (
    <>
      <ReviewKeys bindings={step === null ? bindings : [{ keys: 'Escape', label: 'Back', run: back }]} />
      <ReviewBar run={run} refine={refine} mayClose={mayDecide} onClose={close} onLeave={leave} />
      <div className={styles.centre}>
        {idea === undefined ? (
          <AllDecided run={run} mayClose={mayDecide} onClose={close} />
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
                <KeyActions
                  label="Decisions"
                  actions={isDriver && mayDecide ? [...actions, undo] : mayDecide ? [takeOver] : []}
                />
              )
            }
          />
        )}
      </div>
      {(step === 'team_story' || step === 'team_task') && (
        <PickDialog
          title="Which team refines it?"
          note="The next ones go there too; change it at the top."
          options={refine.teams.map(({ id, name }) => ({ id, label: name }))}
          onPick={(teamId) => {
            refine.choose(teamId);
            const team = refine.teams.find(({ id }) => id === teamId);
            if (team !== undefined) refineAs(step === 'team_story' ? 'story' : 'task', team.id);
          }}
          onClose={back}
        />
      )}
    </>
  );
}

/** Comes before the card, so that keys which an open step binds lie above it. */
function ReviewKeys({ bindings }: { readonly bindings: readonly KeyBinding[] }) {
  useKeys('Review', bindings, { exclusive: 'singles' });
  return null;
}
