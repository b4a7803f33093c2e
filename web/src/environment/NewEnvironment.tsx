import { kebabKey } from '@shortlist/domain/flag/new-flag.ts';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Asks for a name; the key that code and commands use is proposed from it. */
export function NewEnvironment({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [isProduction, setIsProduction] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const key = typedKey ?? kebabKey(name);
  const errorOf = (field: string) => refused?.errors?.find(({ path }) => path === field)?.message;
  const submit = async () => {
    const done = `Every flag is off in ${name} until it is switched on there.`;
    const sent = await act('environment.create', { name, key, isProduction }, { quiet: true, canUndo: false, done });
    if ('refused' in sent) setRefused(sent);
    else onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="New environment"
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit">
            Make the environment
          </Button>
        </>
      }
    >
      {refused !== null && refused.errors === undefined && <ErrorNotice problem={refused.message} />}
      <TextField
        label="Name"
        required
        maxLength={60}
        focusFirst
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label="Key"
        hint="Small letters, digits and -. It stays."
        mono
        required
        maxLength={60}
        value={key}
        error={errorOf('key')}
        onChange={(event) => setTypedKey(event.target.value)}
      />
      <CheckboxField label="Customers use it" checked={isProduction} onChange={setIsProduction} />
    </Dialog>
  );
}
