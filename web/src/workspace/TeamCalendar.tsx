import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useId, useState } from 'react';
import type { Refused } from '../sync/send.ts';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { editTeam } from './edit-team.ts';
import { SavedTextField } from './SavedTextField.tsx';
import styles from './Settings.module.css';
import own from './TeamCalendar.module.css';
import { SettingsPart } from './SettingsPart.tsx';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When the team's days begin and end, and on which of them it works. */
export function TeamCalendar({ team }: { readonly team: EntityOf<'team'> }) {
  const zones = useId();
  const [refused, setRefused] = useState<Refused | null>(null);
  const toggle = async (day: number, works: boolean) => {
    const workingDays = works ? [...team.workingDays, day] : team.workingDays.filter((other) => other !== day);
    setRefused(await editTeam(team, { workingDays }));
  };
  return (
    <SettingsPart title="Calendar" note="Every duration in days counts the team’s own working days.">
      <div className={styles.fields}>
        <SavedTextField
          label="Time zone"
          list={zones}
          autoComplete="off"
          value={team.timeZone}
          onSave={(timeZone) => editTeam(team, { timeZone })}
        />
        <datalist id={zones}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      {refused !== null && <ErrorNotice problem={refused.errors?.[0]?.message ?? refused.message} />}
      <fieldset className={own.days}>
        <legend>
          <span className={own.legend}>Working days</span>
        </legend>
        {days.map((name, index) => (
          <CheckboxField
            key={name}
            label={name}
            checked={team.workingDays.includes(index + 1)}
            disabled={team.workingDays.length === 1 && team.workingDays.includes(index + 1)}
            onChange={(works) => void toggle(index + 1, works)}
          />
        ))}
      </fieldset>
    </SettingsPart>
  );
}
