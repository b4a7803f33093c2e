import { useState, type RefObject } from 'react';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from '../workspace/Settings.module.css';

/** A name that makes a persona. */
export function NewPersona({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const add = async () => {
    const line = name.trim();
    if (line === '') return;
    const sent = await act('persona.add', { name: line }, { quiet: true, done: `${line} is added.` });
    if ('refused' in sent) setError(sent.message);
    else setName('');
  };
  return (
    <form
      className={styles.secret}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        ref={field}
        label="New persona"
        placeholder="A harbour master on a Saturday"
        maxLength={120}
        autoComplete="off"
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
