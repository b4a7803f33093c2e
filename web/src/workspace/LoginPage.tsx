import type { FormEvent } from 'react';
import { signIn } from '../sync/session.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import styles from './EntrancePage.module.css';
import { useEntrance } from './use-entrance.ts';

const unreachableWords = 'The server cannot be reached. Shortlist keeps trying, so you can leave this open.';

/** Stands at the address that was asked for, so that signing in leads there. */
export function LoginPage({ unreachable }: { readonly unreachable: boolean }) {
  const entrance = useEntrance({ email: '', password: '' }, signIn, () => undefined);
  const { values, set, errorOf, isSending } = entrance;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entrance.submit();
  };
  return (
    <EntrancePage
      title="Sign in"
      note="No account yet? Someone who manages your workspace can send you an invitation link."
      problem={entrance.problem ?? (unreachable ? unreachableWords : null)}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={values.email}
          error={errorOf('email')}
          onChange={(event) => set('email', event.target.value)}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          value={values.password}
          error={errorOf('password')}
          onChange={(event) => set('password', event.target.value)}
        />
        <Button type="submit" variant="primary" wide disabled={isSending}>
          Sign in
        </Button>
      </form>
    </EntrancePage>
  );
}
