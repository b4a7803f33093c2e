import type { EntityOf } from '@shortlist/domain/entities.ts';
import { stepCategories } from '@shortlist/domain/workspace/workflow.ts';
import { useState, type FormEvent } from 'react';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { editTeam } from './edit-team.ts';
import styles from './Settings.module.css';
import { stepCategoryWord } from './step-category-words.ts';

type Team = EntityOf<'team'>;
type Step = Team['steps'][number];

const options = stepCategories.map((value) => ({ value, label: stepCategoryWord(value) }));

/** Adds a step after the last one of its kind. */
export function NewStep({ team }: { readonly team: Team }) {
  const [name, setName] = useState('');
  const [category, setCategory] = useState<Step['category']>('in_progress');
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const step: Step = { id: newStepId(team, name), name: name.trim(), category };
    const after = team.steps.findLastIndex((other) => other.category === category);
    const no = await editTeam(team, { steps: team.steps.toSpliced(after + 1, 0, step) });
    setRefused(no);
    if (no === null) setName('');
  };
  return (
    <form className={styles.secret} onSubmit={(event) => void submit(event)}>
      <TextField
        label="New step"
        maxLength={40}
        value={name}
        error={refused === null ? undefined : (refused.errors?.[0]?.message ?? refused.message)}
        onChange={(event) => setName(event.target.value)}
      />
      <div className={styles.rowField}>
        <SelectField
          label="Kind"
          value={category}
          options={options}
          onChange={(next) => setCategory(stepCategories.find((one) => one === next) ?? 'in_progress')}
        />
      </div>
      <Button type="submit">Add</Button>
    </form>
  );
}

/** An id that tells the name and that no step of the team has. */
function newStepId(team: Team, name: string): string {
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30);
  const base = letters === '' ? 'step' : letters;
  const isTaken = (id: string) => team.steps.some((step) => step.id === id);
  for (let number = 2; ; number += 1) {
    const id = number === 2 && !isTaken(base) ? base : `${base}_${number}`;
    if (!isTaken(id)) return id;
  }
}
