import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface NewTeamProps {
  readonly onClose: () => void;
  readonly onMade: (team: EntityOf<'team'>) => void;
}

/** Asks for what cannot be guessed; the calendar begins with this browser's zone and Monday to Friday. */
export function NewTeam({ onClose, onMade }: NewTeamProps) {
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [weekly, setWeekly] = useState('5');
  const [refused, setRefused] = useState<Refused | null>(null);
  const key = typedKey ?? keyFrom(name);
  const errorOf = (field: string) => refused?.errors?.find(({ path }) => path === field)?.message;
  const submit = async () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const declaredWeekly = Number(weekly.replace(',', '.'));
    const sent = await act('team.create', { name, key, declaredWeekly, timeZone }, { quiet: true });
    if ('refused' in sent) setRefused(sent);
    else onMade(sent.value);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="New team"
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit">
            Make the team
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
        hint="2 to 8 capital letters or digits. It stays; commands and addresses use it."
        mono
        required
        maxLength={8}
        value={key}
        error={errorOf('key')}
        onChange={(event) => setTypedKey(event.target.value.toUpperCase())}
      />
      <TextField
        label="Items a week"
        hint="What you believe you finish. It holds only until your own record says."
        inputMode="decimal"
        required
        value={weekly}
        error={errorOf('declaredWeekly')}
        onChange={(event) => setWeekly(event.target.value)}
      />
    </Dialog>
  );
}

/** A key that says the name: its first letters, without accents. */
function keyFrom(name: string): string {
  const letters = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^\d+/, '');
  return letters.slice(0, 4);
}
