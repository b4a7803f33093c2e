// A new flag, switched off everywhere. Its key is proposed from the title, and stays for good.
import { flagKinds, flagTypes } from '@shortlist/domain/flag/flag-words.ts';
import { lifetimeDays, proposeFlagKey } from '@shortlist/domain/flag/new-flag.ts';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './FlagForm.module.css';
import { kindLabel, typeLabel } from './flag-labels.ts';

export interface NewFlagProps {
  readonly onClose: () => void;
  /** Gets the new flag's key. */
  readonly onMade: (key: string) => void;
}

const kindOptions = flagKinds.map((value) => ({ value, label: kindLabel(value) }));
const typeOptions = flagTypes.map((value) => ({ value, label: typeLabel(value) }));

export function NewFlag({ onClose, onMade }: NewFlagProps) {
  const flags = useAll('flag');
  const [title, setTitle] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [kind, setKind] = useState<(typeof flagKinds)[number]>('release');
  const [type, setType] = useState<(typeof flagTypes)[number]>('boolean');
  const [clientSide, setClientSide] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const isTaken = (key: string) => flags.some((flag) => flag.key === key);
  const key = typedKey ?? (title.trim() === '' ? '' : proposeFlagKey(title, isTaken));
  const errorOf = (field: string) => refused?.errors?.find(({ path }) => path === field)?.message;
  const keyError = isTaken(key) ? `There is a flag ${key} already. Choose another key.` : errorOf('key');
  const lives = lifetimeDays[kind];

  const submit = async () => {
    if (title.trim() === '') return setMissing('Say what switching it on makes possible.');
    if (isSending || isTaken(key)) return undefined;
    setSending(true);
    const sent = await act(
      'flag.create',
      { key, title: title.trim(), kind, type, clientSide },
      { quiet: true, canUndo: false, done: (flag) => `The flag ${flag.key} is made, and switched off everywhere.` },
    );
    setSending(false);
    if ('refused' in sent) return setRefused(sent);
    onClose();
    onMade(sent.value.key);
    return undefined;
  };
  return (
    <Dialog
      open
      title="New flag"
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" keys="Enter" disabled={isSending}>
            Make the flag
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {refused !== null && refused.errors === undefined && <ErrorNotice problem={refused.message} />}
        <TextField
          label="Title"
          hint="What switching it on makes possible."
          maxLength={200}
          required
          focusFirst
          value={title}
          error={missing}
          onChange={(event) => {
            setTitle(event.target.value);
            setMissing(undefined);
          }}
        />
        <TextField
          label="Key"
          hint="What the code asks for: small letters, digits and -. It stays, and is never used again."
          mono
          required
          maxLength={60}
          spellCheck={false}
          value={key}
          error={keyError}
          onChange={(event) => setTypedKey(event.target.value.toLowerCase().replaceAll(/\s+/g, '-'))}
        />
        <div className={styles.two}>
          <SelectField
            label="Kind"
            hint={lives === null ? 'It may stay for good.' : `Expected to live ${lives} days.`}
            value={kind}
            options={kindOptions}
            onChange={(next) => setKind(flagKinds.find((one) => one === next) ?? 'release')}
          />
          <SelectField
            label="Type"
            hint="What its variants are. It stays."
            value={type}
            options={typeOptions}
            onChange={(next) => setType(flagTypes.find((one) => one === next) ?? 'boolean')}
          />
        </div>
        <CheckboxField label="Browsers may see it" checked={clientSide} onChange={setClientSide} />
      </div>
    </Dialog>
  );
}
