import type { EntityOf } from '@shortlist/domain/entities.ts';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Refused } from '../sync/send.ts';
import { Badge } from '../ui/Badge.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { SavedTextField } from './SavedTextField.tsx';
import styles from './Settings.module.css';
import { stepCategoryWord } from './step-category-words.ts';

type Step = EntityOf<'team'>['steps'][number];

export interface StepRowProps {
  readonly step: Step;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The other steps of the same kind; without one the step stays, since a workflow needs each kind. */
  readonly targets: readonly Step[];
  readonly onRename: (name: string) => Promise<Refused | null>;
  /** Empty takes the limit away. */
  readonly onLimit: (limit: string) => Promise<Refused | null>;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: (into: Step) => void;
}

export function StepRow({ step, isFirst, isLast, targets, onRename, onLimit, onMove, onRemove }: StepRowProps) {
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // The keys only repeat what the two buttons do.
    <li className={styles.row} data-step={step.id} onKeyDown={press}>
      <div className={styles.stepName}>
        <SavedTextField label={`Name of the step ${step.name}`} hideLabel maxLength={40} value={step.name} onSave={onRename} />
      </div>
      <span className={styles.kind}>
        <Badge>{stepCategoryWord(step.category)}</Badge>
      </span>
      <div className={styles.limit}>
        {(step.category === 'todo' || step.category === 'in_progress') && (
          <SavedTextField
            label={`Limit of the step ${step.name}`}
            hideLabel
            placeholder="No limit"
            inputMode="numeric"
            maxLength={2}
            value={step.limit === undefined ? '' : String(step.limit)}
            onSave={onLimit}
          />
        )}
      </div>
      <div className={styles.acts}>
        <IconButton
          label={`Move ${step.name} up`}
          keys="Alt+ArrowUp"
          icon={<ArrowUp size={16} />}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move ${step.name} down`}
          keys="Alt+ArrowDown"
          icon={<ArrowDown size={16} />}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        {targets.length === 0 ? (
          <IconButton label={`${step.name} stays: each kind needs a step`} icon={<Trash2 size={16} />} disabled />
        ) : (
          <Menu
            label={`Remove ${step.name}`}
            iconOnly
            icon={<Trash2 size={16} />}
            variant="plain"
            align="end"
            entries={[
              { kind: 'heading', id: 'where', label: 'Remove it; its items move to' },
              ...targets.map((target) => ({
                kind: 'item' as const,
                id: target.id,
                label: target.name,
                run: () => onRemove(target),
              })),
            ]}
          />
        )}
      </div>
    </li>
  );
}
