// Where an invitation link leads: a name and a password make the account.
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { join } from '../sync/session.ts';
import { Button } from '../ui/Button.tsx';
import { AccountFields } from './AccountFields.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import styles from './EntrancePage.module.css';
import { useEntrance } from './use-entrance.ts';

export function JoinPage() {
  const { history } = useRouter();
  // The secret stands behind the `#`, which browsers send to nobody.
  const [invitationSecret] = useState(() => location.hash.slice(1));
  const entrance = useEntrance(
    { name: '', email: '', password: '' },
    (values) => join({ ...values, invitationSecret }),
    () => history.replace('/'),
  );
  const { values, set, errorOf, isSending } = entrance;
  if (invitationSecret === '') {
    return (
      <EntrancePage
        title="The link is cut short"
        note="Open the whole invitation link, with what stands behind the #, or ask for a new one."
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
    <EntrancePage title="You are invited" note="Make your account; the link works once." problem={entrance.problem}>
      <form className={styles.form} onSubmit={submit}>
        <AccountFields values={values} set={set} errorOf={errorOf} />
        <Button type="submit" variant="primary" wide disabled={isSending}>
          Join
        </Button>
      </form>
    </EntrancePage>
  );
}
