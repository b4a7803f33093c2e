import type { ImportRecord } from '@shortlist/domain/import/import-record.ts';
import { useMemo } from 'react';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './StartImport.module.css';
import { frequentOf, type ChosenPiles, type NamedCount } from './pile-choice.ts';

export interface ChoosePilesProps {
  readonly records: readonly ImportRecord[];
  readonly chosen: ChosenPiles;
  /** Places free in the team's window. */
  readonly room: number;
  readonly onChange: (chosen: ChosenPiles) => void;
}

/** Which open issues are work already; whoever chooses nothing gets ideas, which is the method. */
export function ChoosePiles({ records, chosen, room, onChange }: ChoosePilesProps) {
  const labels = useMemo(() => frequentOf(records, (record) => record.labels), [records]);
  const assignees = useMemo(() => frequentOf(records, (record) => record.assignees), [records]);
  return (
    <>
      <p className={styles.quiet}>
        Open issues become ideas in the parking lot. Choose only what is worked on now, and what comes next.
      </p>
      <Names
        legend="In flight: labelled"
        names={labels}
        chosen={chosen.labels}
        onChange={(next) => onChange({ ...chosen, labels: next })}
      />
      <Names
        legend="In flight: assigned to"
        names={assignees}
        chosen={chosen.assignees}
        onChange={(next) => onChange({ ...chosen, assignees: next })}
      />
      <TextField
        label="In flight: by number"
        hint="Numbers of issues, with commas."
        mono
        value={chosen.inFlight}
        onChange={(event) => onChange({ ...chosen, inFlight: event.target.value })}
      />
      <TextField
        label="Next"
        hint={`Numbers of issues to commit, the most wanted first. The window has room for ${room}; what finds none becomes an idea.`}
        mono
        value={chosen.next}
        onChange={(event) => onChange({ ...chosen, next: event.target.value })}
      />
    </>
  );
}

interface NamesProps {
  readonly legend: string;
  readonly names: readonly NamedCount[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

function Names({ legend, names, chosen, onChange }: NamesProps) {
  if (names.length === 0) return null;
  return (
    <fieldset className={styles.names}>
      <legend>{legend}</legend>
      {names.map(({ name, count }) => (
        <CheckboxField
          key={name}
          label={`${name} (${count})`}
          checked={chosen.has(name)}
          onChange={(isOn) => onChange(new Set(isOn ? [...chosen, name] : [...chosen].filter((other) => other !== name)))}
        />
      ))}
    </fieldset>
  );
}
