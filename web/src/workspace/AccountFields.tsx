import { TextField } from '../ui/TextField.tsx';

export interface AccountFieldsProps {
  readonly values: { readonly name: string; readonly email: string; readonly password: string };
  readonly set: (field: 'name' | 'email' | 'password', value: string) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** What makes an account: a name, and what it signs in with. */
export function AccountFields({ values, set, errorOf }: AccountFieldsProps) {
  return (
    <>
      <TextField
        label="Your name"
        required
        maxLength={80}
        autoComplete="name"
        value={values.name}
        error={errorOf('name')}
        onChange={(event) => set('name', event.target.value)}
      />
      <TextField
        label="E-mail"
        type="email"
        required
        autoComplete="username"
        value={values.email}
        error={errorOf('email')}
        onChange={(event) => set('email', event.target.value)}
      />
      <TextField
        label="Password"
        hint="At least 10 characters; a sentence is fine."
        type="password"
        required
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
        value={values.password}
        error={errorOf('password')}
        onChange={(event) => set('password', event.target.value)}
      />
    </>
  );
}
