import { CheckboxField } from '../ui/CheckboxField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ClimbPlan } from './climb-plan.ts';
import styles from './StoryRelease.module.css';

export interface ClimbPlanFieldsProps {
  /** Null: it stays at its share. */
  readonly plan: ClimbPlan | null;
  readonly onChange: (plan: ClimbPlan | null) => void;
}

const firstPlan: ClimbPlan = { shares: '25, 50, 100', days: '2', enough: '20' };

/** The rest of a gradual release, which the server climbs by itself. */
export function ClimbPlanFields({ plan, onChange }: ClimbPlanFieldsProps) {
  return (
    <>
      <CheckboxField
        label="Climb on by schedule"
        hint="It halts by itself at a bug of the story with risk 12 or more."
        checked={plan !== null}
        onChange={(checked) => onChange(checked ? firstPlan : null)}
      />
      {plan !== null && (
        <>
          <div className={styles.share}>
            <TextField
              label="Days between"
              inputMode="decimal"
              value={plan.days}
              onChange={(event) => onChange({ ...plan, days: event.target.value })}
            />
            <TextField
              label="Then to, in percent"
              hint="100 is everyone."
              value={plan.shares}
              onChange={(event) => onChange({ ...plan, shares: event.target.value })}
            />
          </div>
          <TextField
            label="Wait until so many were seen to get it"
            inputMode="numeric"
            hint="Counted since the step before; 0 never waits."
            value={plan.enough}
            onChange={(event) => onChange({ ...plan, enough: event.target.value })}
          />
        </>
      )}
    </>
  );
}
