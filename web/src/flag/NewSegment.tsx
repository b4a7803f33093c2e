// A new segment: its key is proposed from its name, and stays for good.
import { proposeFlagKey } from '@shortlist/domain/flag/new-flag.ts';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './FlagForm.module.css';

export interface NewSegmentProps {
  readonly onClose: () => void;
  /** Gets the new segment's key. */
  readonly onMade: (key: string) => void;
}

export const unitOptions = [
  { value: 'customer', label: 'Customers' },
  { value: 'user', label: 'Users' },
  { value: 'device', label: 'Devices' },
];

export function NewSegment({ onClose, onMade }: NewSegmentProps) {
  const segments = useAll('segment');
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [unit, setUnit] = useState('customer');
  const [missing, setMissing] = useState<string>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const isTaken = (one: string) => segments.some((segment) => segment.key === one);
  const key = typedKey ?? (name.trim() === '' ? '' : proposeFlagKey(name, isTaken));
  const keyError = isTaken(key)
    ? `There is a segment ${key} already. Choose another key.`
    : refused?.errors?.find(({ path }) => path === 'key')?.message;
  const submit = async () => {
    if (name.trim() === '') return setMissing('A segment needs a name.');
    if (isTaken(key)) return undefined;
    const sent = await act(
      'segment.create',
      { key, name: name.trim(), unit },
      { quiet: true, done: `The segment ${name.trim()} is made. Nobody belongs to it yet.` },
    );
    if ('refused' in sent) return setRefused(sent);
    onClose();
    onMade(sent.value.key);
    return undefined;
  };
  return (
    <Dialog
      open
      title="New segment"
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" keys="Enter">
            Make the segment
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {refused !== null && refused.errors === undefined && <ErrorNotice problem={refused.message} />}
        <TextField
          label="Name"
          required
          maxLength={80}
          focusFirst
          value={name}
          error={missing}
          onChange={(event) => {
            setName(event.target.value);
            setMissing(undefined);
          }}
        />
        <div className={styles.two}>
          <TextField
            label="Key"
            hint="Small letters, digits and -. It stays."
            mono
            required
            maxLength={60}
            spellCheck={false}
            value={key}
            error={keyError}
            onChange={(event) => setTypedKey(event.target.value.toLowerCase().replaceAll(/\s+/g, '-'))}
          />
          <SelectField label="Of what" hint="What its lists name by key." value={unit} options={unitOptions} onChange={setUnit} />
        </div>
      </div>
    </Dialog>
  );
}
