// Which labels some things have: each is given or taken away where it stands, and a new word becomes one. Walked by arrows
// from the field, so that typing and choosing need no change of place.
import { labellingId, labelsById, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import { labelLength } from '@shortlist/domain/label/label-colours.ts';
import { Check, Minus, Plus } from 'lucide-react';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { actAll } from '../app/notify.ts';
import { useAll, useView } from '../sync/use-store.ts';
import { Dialog } from '../ui/Dialog.tsx';
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
  const [typed, setTyped] = useState('');
  const [walked, setWalked] = useState(0);
  const listId = useId();
  const choices = labelChoices(typed, all, labellings, first);
  const at = Math.min(walked, choices.length - 1);
  const optionId = (index: number) => `${listId}${index}`;
  useEffect(() => {
    document.getElementById(`${listId}${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, at]);

  const choose = (choice: LabelChoice) => {
    toggle(choice, subjects);
    setTyped('');
    setWalked(0);
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      setWalked(Math.max(0, Math.min(at + by, choices.length - 1)));
    }
    const wanted = choices[at];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) onClose();
    else if (wanted !== undefined) choose(wanted);
  };
  return (
    <Dialog open width="small" title={`Labels of ${subjects.name}`} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label="Find a label or type a new one"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={at === -1 ? undefined : optionId(at)}
        placeholder="Find a label or type a new one"
        autoComplete="off"
        spellCheck={false}
        maxLength={labelLength}
        data-focus-first
        className={styles.input}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setWalked(0);
        }}
        onKeyDown={press}
      />
      {choices.length === 0 && <p className={styles.note}>There are no labels yet. Type a word, and Enter makes it one.</p>}
      <div id={listId} role="listbox" aria-label="Labels" aria-multiselectable className={styles.list}>
        {choices.map((choice, index) => (
          // The field keeps the focus; its keys do what the press does.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={choice.label?.id ?? 'new'}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={choice.on === 'all'}
            data-walked={index === at || undefined}
            className={styles.option}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
          >
            <span className={styles.mark}>{markOf(choice)}</span>
            {choice.label !== null && <span className={styles.dot} style={{ background: labelDot(choice.label) }} />}
            <span className={styles.name}>{choice.label === null ? `Make “${choice.name}”` : choice.name}</span>
            {choice.on === 'some' && <span className={styles.hint}>on some</span>}
            {choice.hint !== '' && <span className={styles.hint}>{choice.hint}</span>}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function markOf({ label, on }: LabelChoice) {
  if (label === null) return <Plus size={14} />;
  return on === 'all' ? <Check size={14} /> : on === 'some' ? <Minus size={14} /> : null;
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
