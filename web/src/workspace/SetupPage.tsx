// The first page of an installation, behind the link that the server printed: the workspace and its owner are made here.
import { setUp } from '../sync/session.ts';
import { TextField } from '../ui/TextField.tsx';
import { AccountEntrance } from './AccountEntrance.tsx';

export function SetupPage() {
  return (
    <AccountEntrance
      title="Set up your workspace"
      note="You become its owner. This link works once."
      submit="Make the workspace"
      cutShort="Open the whole setup link that the server printed when it was started, with what stands behind the #. It is also in the file setup-token of the data folder."
      enter={(values, setupToken) => setUp({ ...values, setupToken })}
      to="/settings/teams"
    >
      {({ values, set, errorOf }) => (
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
      )}
    </AccountEntrance>
  );
}
