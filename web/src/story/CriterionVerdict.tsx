import { verdictIn } from '@shortlist/domain/story/criterion-tree.ts';
import type { VerdictWord } from '@shortlist/domain/story/environments.ts';
import { Check, X } from 'lucide-react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { classNames } from '../ui/class-names.ts';
import styles from './CriterionVerdict.module.css';
import type { Criterion } from './item.ts';

export interface CriterionVerdictProps {
  readonly criterion: Criterion;
  /** All of the story's. */
  readonly criteria: readonly Criterion[];
  readonly hasParts: boolean;
  readonly environment: string;
  readonly onSay: (verdict: VerdictWord) => void;
}

/** Whether a criterion holds in the environment that is looked at, to be said with a press. */
export function CriterionVerdict({ criterion, criteria, hasParts, environment, onSay }: CriterionVerdictProps) {
  const number = `AC-${criterion.number}`;
  const present = verdictIn(criteria, criterion, environment);
  const say = (verdict: VerdictWord, keys: string) => {
    const label = `${number} ${verdict} in ${environment}`;
    return (
      <Tooltip text={label} keys={keys} side="bottom">
        <button
          type="button"
          aria-label={label}
          aria-pressed={present === verdict}
          className={classNames(styles.say, styles[verdict])}
          onClick={() => onSay(verdict)}
        >
          {verdict === 'passed' ? <Check size={14} /> : <X size={14} />}
        </button>
      </Tooltip>
    );
  };
  return (
    <>
      <span className={classNames(styles.says, present !== null && styles.said)}>
        {say('passed', 'p')}
        {say('failed', 'f')}
      </span>
      {!hasParts && <VerdictNote criterion={criterion} environment={environment} />}
    </>
  );
}

/** Who said it, when, and what was seen. */
function VerdictNote({ criterion, environment }: Pick<CriterionVerdictProps, 'criterion' | 'environment'>) {
  const given = criterion.verdicts.find((verdict) => verdict.environment === environment);
  const name = usePersonName(given?.by);
  if (given === undefined) return null;
  const note = (text: string) =>
    act('criterion.verify', { criterionId: criterion.id, environment, verdict: given.verdict, note: text });
  return (
    <div className={styles.note}>
      <p>
        {given.verdict === 'passed' ? 'Passed' : 'Failed'} in {environment}
        {name !== null && `, ${name}`}, <RelativeTime time={given.at} />
        {criterion.wordedAt > given.at && '; its words changed since'}.
      </p>
      {(given.verdict === 'failed' || given.note !== '') && (
        <EditableLine
          label={`What was seen of AC-${criterion.number}`}
          hideLabel
          placeholder="What was seen"
          value={given.note}
          maxLength={400}
          onSave={note}
        />
      )}
    </div>
  );
}

/** The verdict of who may only read. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictWord | null }) {
  if (verdict === null) return null;
  return (
    <span className={classNames(styles.mark, styles[verdict])}>
      {verdict === 'passed' ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
      <VisuallyHidden>{verdict}</VisuallyHidden>
    </span>
  );
}
