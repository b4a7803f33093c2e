import { act } from '../app/notify.ts';
import { useSession } from '../sync/session.ts';
import { refusedOrNull } from './refused-or-null.ts';
import { SavedTextField } from './SavedTextField.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

export function WorkspaceSettings() {
  const session = useSession();
  if (session.state !== 'signed_in') return null;
  const save = async (name: string) => refusedOrNull(await act('workspace.edit', { name }, { quiet: true }));
  return (
    <SettingsPart title="Workspace">
      <div className={styles.fields}>
        <SavedTextField
          label="Name"
          hint="What people call your company or product."
          maxLength={80}
          value={session.workspace.name}
          onSave={save}
        />
      </div>
    </SettingsPart>
  );
}
