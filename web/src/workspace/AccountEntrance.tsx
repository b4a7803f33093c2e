// The form behind a link with a secret: it makes an account, and whoever made it is in.
import { useRouter } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { AccountFields } from './AccountFields.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import styles from './EntrancePage.module.css';
import { useEntrance, type Entrance } from './use-entrance.ts';

type Field = 'workspace' | 'name' | 'email' | 'password';
type Values = Readonly<Record<Field, string>>;

export interface AccountEntranceProps {
  readonly title: string;
  readonly note: string;
  readonly submit: string;
  /** What to do where the link has lost its secret. */
  readonly cutShort: string;
  readonly enter: (values: Values, secret: string) => Promise<Refused | null>;
  /** Where one is then. */
  readonly to: string;
  /** Asked before the account. */
  readonly children?: (entrance: Entrance<Field>) => ReactNode;
}

export function AccountEntrance({ title, note, submit, cutShort, enter, to, children }: AccountEntranceProps) {
  const { history } = useRouter();
  // The secret stands behind the `#`, which browsers send to nobody.
  const [secret] = useState(() => location.hash.slice(1));
  const entrance = useEntrance<Field>(
    { workspace: '', name: '', email: '', password: '' },
    (values) => enter(values, secret),
    () => history.replace(to),
  );
  if (secret === '') {
    return (
      <EntrancePage title="The link is cut short" note={cutShort} problem={null}>
        {null}
      </EntrancePage>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    entrance.submit();
  };
  return (
    <EntrancePage title={title} note={note} problem={entrance.problem}>
      <form className={styles.form} onSubmit={send}>
        {children?.(entrance)}
        <AccountFields values={entrance.values} set={entrance.set} errorOf={entrance.errorOf} />
        <Button type="submit" variant="primary" wide disabled={entrance.isSending}>
          {submit}
        </Button>
      </form>
    </EntrancePage>
  );
}
