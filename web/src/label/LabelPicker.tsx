// Which labels some things have: each is given or taken away where it stands, and a new word becomes one.
import { labellingId, labelsById, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import { labelLength } from '@shortlist/domain/label/label-colours.ts';
import { useState } from 'react';
import { actAll } from '../app/notify.ts';
import { useAll, useView } from '../sync/use-store.ts';
import { ManyPicker } from '../ui/ManyPicker.tsx';
import { labelChoices, type LabelChoice } from './label-choices.ts';
import { labelDot } from './LabelChips.tsx';
import styles from './LabelPicker.module.css';
import type { Labelled } from './label-picker.ts';

/** One command takes no more: what it did must be taken back by one too. */
const subjectsOfOne = 500;

export function LabelPicker({ subjects, onClose }: { readonly subjects: Labelled; readonly onClose: () => void }) {
  const all = useAll('label');
  const labellings = useView((read) => subjects.ids.map((id) => read.get('labelling', labellingId(id))), [subjects]);
  const [first] = useState(
    () => new Set<string>(labellings.flatMap((labelling) => labelsOf(labelling, labelsById(all)).map(({ id }) => id))),
  );
  return (
    <ManyPicker
      title={`Labels of ${subjects.name}`}
      fieldLabel="Find a label or type a new one"
      listLabel="Labels"
      emptyNote="There are no labels yet. Type a word, and Enter makes it one."
      maxLength={labelLength}
      choicesOf={(typed) => labelChoices(typed, all, labellings, first)}
      signOf={signOf}
      onChoose={(choice) => toggle(choice, subjects)}
      onClose={onClose}
    />
  );
}

function signOf({ label }: LabelChoice) {
  return label !== null && <span className={styles.dot} style={{ background: labelDot(label) }} />;
}

function toggle({ label, name, on }: LabelChoice, subjects: Labelled): void {
  const isTaken = on === 'all';
  const change = label === null ? { addWords: [name] } : isTaken ? { removeIds: [label.id] } : { addIds: [label.id] };
  const parts = Array.from({ length: Math.ceil(subjects.ids.length / subjectsOfOne) }, (_, part) =>
    subjects.ids.slice(part * subjectsOfOne, (part + 1) * subjectsOfOne),
  );
  const became = isTaken ? `without “${name}” now` : `labelled “${name}”`;
  void actAll(
    parts.map((subjectIds) => ({ name: 'label.set', input: { subjectIds, ...change } })),
    () => `${subjects.name} ${subjects.ids.length === 1 ? 'is' : 'are'} ${became}.`,
  );
}
