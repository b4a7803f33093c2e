// The first page of an installation, behind the link that the server printed: the workspace and its owner are made here.
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { setUp } from '../sync/session.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AccountFields } from './AccountFields.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import styles from './EntrancePage.module.css';
import { useEntrance } from './use-entrance.ts';

export function SetupPage() {
  const { history } = useRouter();
  // The secret stands behind the `#`, which browsers send to nobody.
  const [setupToken] = useState(() => location.hash.slice(1));
  const entrance = useEntrance(
    { workspace: '', name: '', email: '', password: '' },
    (values) => setUp({ ...values, setupToken }),
    () => history.replace('/settings/teams'),
  );
  const { values, set, errorOf, isSending } = entrance;
  if (setupToken === '') {
    return (
      <EntrancePage
        title="The link is cut short"
        note="Open the whole setup link that the server printed when it was started, with what stands behind the #. It is also in the file setup-token of the data folder."
        problem={null}
      >
        {null}
      </EntrancePage>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entrance.submit();
  };
  return (
    <EntrancePage title="Set up your workspace" note="You become its owner. This link works once." problem={entrance.problem}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label="Workspace"
          hint="What people call your company or product."
          required
          maxLength={80}
          autoComplete="organization"
          value={values.workspace}
          error={errorOf('workspace')}
          onChange={(event) => set('workspace', event.target.value)}
        />
        <AccountFields values={values} set={set} errorOf={errorOf} />
        <Button type="submit" variant="primary" wide disabled={isSending}>
          Make the workspace
        </Button>
      </form>
    </EntrancePage>
  );
}
