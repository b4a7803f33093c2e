import type { EntityOf } from '@shortlist/domain/entities.ts';
import { Badge } from '../ui/Badge.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { editTeam, editTeamTelling } from './edit-team.ts';
import { SavedTextField } from './SavedTextField.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

const weeks = [2, 3, 4, 5, 6, 7, 8];

export interface TeamFactsProps {
  readonly team: EntityOf<'team'>;
  readonly mayManage: boolean;
}

/** The team's name, the window of its backlog and its starting rate. */
export function TeamFacts({ team, mayManage }: TeamFactsProps) {
  const inWeeks = team.windowDays / 7;
  const note = `The backlog holds what gets done in ${inWeeks} weeks, at the pace the team has measured.`;
  const options = weeks.map((count) => ({ value: String(count * 7), label: `${count} weeks` }));
  if (!Number.isInteger(inWeeks)) options.push({ value: String(team.windowDays), label: `${team.windowDays} days` });
  return (
    <SettingsPart title={team.name} note={note} action={<Badge>{team.key}</Badge>}>
      {mayManage && (
        <div className={styles.fields}>
          <SavedTextField label="Name" maxLength={60} value={team.name} onSave={(name) => editTeam(team, { name })} />
          <SelectField
            label="Window"
            hint="How much work the backlog may hold."
            value={String(team.windowDays)}
            options={options}
            onChange={(days) =>
              void editTeamTelling(team, { windowDays: Number(days) }, `The window is ${Number(days) / 7} weeks.`)
            }
          />
          <SavedTextField
            label="Items a week"
            hint="Holds only until the team’s own record says."
            inputMode="decimal"
            value={String(team.declaredWeekly)}
            onSave={(typed) => editTeam(team, { declaredWeekly: Number(typed.replace(',', '.')) })}
          />
        </div>
      )}
    </SettingsPart>
  );
}
