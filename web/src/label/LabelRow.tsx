// One label in the settings: its word is renamed in place; what else can be done stands in its menu.
import { labelColours, labelLength } from '@shortlist/domain/label/label-colours.ts';
import { writtenValue } from '@shortlist/domain/query/query-parse.ts';
import { Ellipsis } from 'lucide-react';
import { act } from '../app/notify.ts';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { ask } from '../ui/questions.ts';
import settings from '../workspace/Settings.module.css';
import { SavedTextField } from '../workspace/SavedTextField.tsx';
import { refusedOrNull } from '../workspace/refused-or-null.ts';
import { labelDot } from './LabelChips.tsx';
import styles from './LabelRow.module.css';
import type { Label } from './use-labels.ts';

export interface LabelRowProps {
  readonly label: Label;
  readonly labels: readonly Label[];
  /** Undefined while it is not known. */
  readonly used: number | undefined;
  readonly mayShape: boolean;
}

export function LabelRow({ label, labels, used, mayShape }: LabelRowProps) {
  return (
    <li className={settings.row}>
      <span className={styles.dot} style={{ background: labelDot(label) }} />
      {mayShape ? (
        <span className={styles.field}>
          <SavedTextField
            label={`Name of ${label.name}`}
            hideLabel
            maxLength={labelLength}
            autoComplete="off"
            value={label.name}
            onSave={async (name) =>
              refusedOrNull(
                await act('label.edit', { labelId: label.id, name }, { quiet: true, done: `“${label.name}” is “${name}” now.` }),
              )
            }
          />
        </span>
      ) : (
        <span className={settings.rowWords}>{label.name}</span>
      )}
      <span className={styles.used}>{used !== undefined && <Used label={label} used={used} />}</span>
      {mayShape && (
        <Menu
          label={`Acts on ${label.name}`}
          icon={<Ellipsis size={16} />}
          iconOnly
          variant="plain"
          size="small"
          align="end"
          entries={() => actsOn(label, labels)}
        />
      )}
    </li>
  );
}

function Used({ label, used }: { readonly label: Label; readonly used: number }) {
  if (used === 0) return 'not used';
  return (
    <a href={`/everything?q=${encodeURIComponent(`label:${writtenValue(label.name)}`)}`} className={settings.link}>
      on {used}
    </a>
  );
}

function actsOn(label: Label, labels: readonly Label[]): readonly MenuEntry[] {
  const others = labels.filter(({ id }) => id !== label.id);
  return [
    { kind: 'heading', id: 'colour', label: 'Colour' },
    ...labelColours.map((colour): MenuEntry => ({
      kind: 'item',
      id: colour,
      label: colour.charAt(0).toUpperCase() + colour.slice(1),
      checked: label.colour === colour,
      run: () => void act('label.edit', { labelId: label.id, colour }),
    })),
    { kind: 'line', id: 'line' },
    ...(others.length === 0
      ? []
      : [{ kind: 'item', id: 'merge', label: 'Merge into…', run: () => ask(whichInto(label, others)) } as const]),
    {
      kind: 'item',
      id: 'remove',
      label: 'Remove',
      tone: 'bad',
      run: () => void act('label.remove', { labelId: label.id }, { done: `The label “${label.name}” is gone from everything.` }),
    },
  ];
}

function whichInto(label: Label, others: readonly Label[]) {
  return {
    title: `Merge “${label.name}” into which label?`,
    note: 'What has it gets the other in its place, and the old word still finds it.',
    choices: others.map((into) => ({
      id: into.id,
      name: into.name,
      run: () =>
        void act('label.merge', { labelId: label.id, intoId: into.id }, { done: `“${label.name}” is “${into.name}” now.` }),
    })),
  };
}
