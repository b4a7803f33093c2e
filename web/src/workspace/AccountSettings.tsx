import { setAnnouncing, useAnnouncing } from '../app/announcing.ts';
import { act } from '../app/notify.ts';
import { useMe } from '../app/use-me.ts';
import { signOut } from '../sync/session.ts';
import { usePendingCommands } from '../sync/use-connection.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { switchSingleKeys } from '../ui/keys.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { setTheme, useTheme, type Theme } from '../ui/theme.ts';
import { useSingleKeysOn } from '../ui/use-keys.ts';
import { refusedOrNull } from './refused-or-null.ts';
import { asDiscipline, disciplineOptions, roleWord } from './role-words.ts';
import { SavedTextField } from './SavedTextField.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function AccountSettings() {
  const me = useMe();
  const waiting = usePendingCommands();
  const theme = useTheme();
  const keysOn = useSingleKeysOn();
  const announcing = useAnnouncing();
  const saveName = async (name: string) => refusedOrNull(await act('member.edit', { memberId: me.id, name }, { quiet: true }));
  return (
    <>
      <SettingsPart title="You" note={`Your role here: ${roleWord(me.role)}.`}>
        <div className={styles.fields}>
          <SavedTextField label="Name" maxLength={80} autoComplete="name" value={me.name} onSave={saveName} />
          <SelectField
            label="Discipline"
            hint="Shows who decides what over time. It never changes what you may do."
            value={me.discipline}
            options={disciplineOptions}
            onChange={(value) => void act('member.edit', { memberId: me.id, discipline: asDiscipline(value) })}
          />
        </div>
      </SettingsPart>
      <SettingsPart title="This browser">
        <div className={styles.line}>
          <span className={styles.lineLabel}>Theme</span>
          <SegmentedControl label="Theme" segments={themes} value={theme} onChange={setTheme} />
        </div>
        <CheckboxField
          label="Single keys"
          hint="Off leaves the keys with Ctrl, Cmd or Alt, and Esc. ? lists them all."
          checked={keysOn}
          onChange={switchSingleKeys}
        />
        <CheckboxField
          label="Announce other people’s changes"
          hint="For screen readers: reads out what others change while you are here. Your own results are always announced."
          checked={announcing}
          onChange={setAnnouncing}
        />
      </SettingsPart>
      <SettingsPart title="Leave" note={`Drafts of ideas stay in this browser.${unsentWords(waiting)}`}>
        <div>
          <Button onClick={() => void signOut()}>Sign out</Button>
        </div>
      </SettingsPart>
    </>
  );
}

function unsentWords(waiting: number): string {
  if (waiting === 0) return '';
  return ` ${waiting === 1 ? '1 change was' : `${waiting} changes were`} not sent yet; signing out throws ${waiting === 1 ? 'it' : 'them'} away.`;
}
