// The labels of the workspace: how often each is used, and renaming, recolouring, merging and removing them.
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { labelLength } from '@shortlist/domain/label/label-colours.ts';
import styles from '../workspace/Settings.module.css';
import { SettingsPart } from '../workspace/SettingsPart.tsx';
import { LabelRow } from './LabelRow.tsx';
import { useLabels } from './use-labels.ts';

const note =
  'Free words on ideas, stories and tasks. They are made where they are given: press l on an item and type. A new name shows at once on everything that has it.';
const bearsOnUse: RefreshOn = ['label', 'labelling'];

export function LabelSettings() {
  const labels = useLabels();
  const mayShape = useMay('shape');
  const used = useQuery('label.list', {}, { refreshOn: bearsOnUse }).value;
  const useOf = (id: string) => used?.items.find(({ label }) => label.id === id)?.used;
  return (
    <SettingsPart title="Labels" note={note}>
      <div className={styles.stack}>
        {mayShape && <NewLabel />}
        {labels.length === 0 ? (
          <p className={styles.quiet}>No labels yet.</p>
        ) : (
          <ul className={styles.rows}>
            {labels.map((label) => (
              <LabelRow key={label.id} label={label} labels={labels} used={useOf(label.id)} mayShape={mayShape} />
            ))}
          </ul>
        )}
      </div>
    </SettingsPart>
  );
}

function NewLabel() {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>();
  const add = async () => {
    const line = name.trim();
    if (line === '') return;
    const sent = await act('label.create', { name: line }, { quiet: true });
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
        label="A new label"
        maxLength={labelLength}
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
