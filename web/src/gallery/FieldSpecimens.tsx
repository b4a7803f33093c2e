import { useState } from 'react';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Gallery.module.css';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

const zones = ['Europe/Stockholm', 'Europe/Lisbon', 'America/New_York'].map((value) => ({
  value,
  label: value.replace('_', ' '),
}));

export function FieldSpecimens() {
  const [problem, setProblem] = useState('');
  const [zone, setZone] = useState('Europe/Stockholm');
  const [reason, setReason] = useState<string | null>('room');
  const [notify, setNotify] = useState(true);
  return (
    <SpecimenGroup title="Fields">
      <Specimen state="Empty, filled, hint, error, disabled">
        <div className={styles.fields}>
          <TextField label="Team name" placeholder="Parcels" />
          <TextField label="Key" mono defaultValue="PAR" hint="Two to five letters; it begins the team's handles." />
          <TextField
            label="E-mail"
            type="email"
            defaultValue="mara@"
            error="This is not an address yet: the part after @ is missing."
          />
          <TextField label="Workspace" defaultValue="Nordfrakt" disabled />
          <SelectField label="Time zone" options={zones} value={zone} onChange={setZone} />
          <TextAreaField
            label="Problem"
            value={problem}
            onChange={(event) => setProblem(event.target.value)}
            placeholder="Who cannot do what, and what happens then?"
            hint="It grows with its text."
          />
          <RadioGroup
            label="Reason"
            value={reason}
            onChange={setReason}
            options={[
              { value: 'unclear', label: 'Unclear impact', keys: '1' },
              { value: 'direction', label: 'Not our direction', keys: '2' },
              { value: 'room', label: 'No room', hint: 'Other things matter more now.', keys: '3' },
            ]}
          />
          <div>
            <CheckboxField
              label="Tell the suggester"
              checked={notify}
              onChange={setNotify}
              hint="30 minutes after the review is closed."
            />
            <CheckboxField
              label="I have kept the key"
              checked={false}
              onChange={() => undefined}
              error="It is shown only once: keep it first."
            />
            <CheckboxField label="Not available" checked disabled onChange={() => undefined} />
          </div>
          <TextAreaField label="Capture" big placeholder="What is the problem?" />
        </div>
      </Specimen>
    </SpecimenGroup>
  );
}
