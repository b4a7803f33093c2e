// What a rung needs before it is climbed to: customers, a share, or a reason where a guard does not hold.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { Rung } from '@shortlist/domain/ladder/rung-words.ts';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './StoryRelease.module.css';
import { planOf, plannedSteps, type ClimbPlan } from './climb-plan.ts';
import { ClimbPlanFields } from './ClimbPlanFields.tsx';
import { rungLabel } from './ladder-words.ts';

export interface ClimbDialogProps {
  readonly flag: EntityOf<'flag'>;
  readonly rung: Rung;
  /** The refusal of a guard, where one was met already. */
  readonly guard: string | null;
  readonly onClose: () => void;
}

const units = [
  { value: 'customer', label: 'of the customers' },
  { value: 'user', label: 'of the users' },
];

export function ClimbDialog({ flag, rung, guard: met, onClose }: ClimbDialogProps) {
  const [customers, setCustomers] = useState(flag.ladder.customers.join('\n'));
  const [percent, setPercent] = useState(flag.rung === 'gradual' ? String(flag.ladder.percent) : '10');
  const [unit, setUnit] = useState(flag.ladder.unit);
  const [plan, setPlan] = useState<ClimbPlan | null>(() => planOf(flag.ladder));
  const [reason, setReason] = useState('');
  const [guard, setGuard] = useState(met);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);

  const climb = async () => {
    const share = Number(percent.replace(',', '.').replace('%', ''));
    if (rung === 'gradual' && !(share > 0 && share <= 100)) return setProblem('Write a number above 0, up to 100.');
    const planned = plan === null || rung !== 'gradual' ? null : plannedSteps(plan, share, Date.now());
    if (typeof planned === 'string') return setProblem(planned);
    if (guard !== null && reason.trim() === '') return setProblem('Write why it may climb all the same; it stays with the move.');
    setSending(true);
    const sent = await act(
      'ladder.climb',
      {
        flagKey: flag.key,
        rung,
        ...(rung === 'beta' && { customers: keysIn(customers) }),
        ...(rung === 'gradual' && { percent: share, unit, ...(planned !== null && { ...planned, steps: [...planned.steps] }) }),
        ...(guard !== null && { override: { reason: reason.trim() } }),
      },
      { quiet: true, canUndo: false, done: `${flag.key} is on ${rungLabel(rung)}.` },
    );
    setSending(false);
    if (!('refused' in sent)) onClose();
    else if (sent.code === 'not_ready' && guard === null) setGuard(sent.message);
    else setProblem(sent.message);
  };

  return (
    <Dialog
      open
      title={`Climb to ${rungLabel(rung)}`}
      onClose={onClose}
      onSubmit={() => void climb()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Stay
          </Button>
          <Button type="submit" variant="primary" disabled={isSending}>
            Climb
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {rung === 'beta' && (
          <TextAreaField
            label="Customers"
            hint="Their keys as your product sends them, one a line. Empty means the segment “beta”."
            rows={4}
            value={customers}
            onChange={(event) => setCustomers(event.target.value)}
            focusFirst={guard === null}
          />
        )}
        {rung === 'gradual' && (
          <div className={styles.share}>
            <TextField
              label="Percent"
              inputMode="decimal"
              value={percent}
              onChange={(event) => setPercent(event.target.value)}
              focusFirst={guard === null}
            />
            <SelectField label="Of what" value={unit} options={unitsWith(unit)} onChange={setUnit} />
          </div>
        )}
        {rung === 'gradual' && <ClimbPlanFields plan={plan} onChange={setPlan} />}
        {guard !== null && (
          <>
            <p>{guard}</p>
            <TextField
              label="Why it may climb all the same"
              maxLength={400}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              focusFirst
            />
          </>
        )}
        {problem !== undefined && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function keysIn(text: string): string[] {
  const keys = text.split(/[\n,]/).map((key) => key.trim());
  return [...new Set(keys.filter((key) => key !== ''))];
}

/** A flag may be drawn by an attribute of its own. */
function unitsWith(unit: string): typeof units {
  return units.some(({ value }) => value === unit) ? units : [...units, { value: unit, label: `of the values of ${unit}` }];
}
