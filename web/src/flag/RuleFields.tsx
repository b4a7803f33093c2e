// One rule while it is edited: its conditions, what it serves, and its place among the others.
import type { Clause, Rule } from '@shortlist/domain/flag/flag-definition.ts';
import { ruleSentence } from '@shortlist/domain/flag/rule-sentences.ts';
import { ladderRuleIds } from '@shortlist/domain/ladder/rungs.ts';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ClauseFields } from './ClauseFields.tsx';
import type { Flag } from './flag-rows.ts';
import styles from './RulesEditor.module.css';
import { ServeFields } from './ServeFields.tsx';
import { useSegmentNames } from './use-flag-names.ts';

export interface RuleFieldsProps {
  readonly flag: Flag;
  readonly rule: Rule;
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const firstClause: Clause = { attribute: 'customer', op: 'in', values: [] };

export function RuleFields({ flag, rule, number, isFirst, isLast, onChange, onMove, onRemove }: RuleFieldsProps) {
  const names = useSegmentNames();
  const put = (when: readonly Clause[]) => onChange({ ...rule, when: [...when] });
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    const isUp = event.key === 'ArrowUp';
    if (!(isUp ? isFirst : isLast)) onMove(isUp ? -1 : 1);
  };
  if (rule.id === ladderRuleIds.excluded) {
    return (
      <li className={styles.rule}>
        <p className={styles.note}>
          {ruleSentence(rule, names)} It stays above all others; change the list of customers below the environments.
        </p>
      </li>
    );
  }
  return (
    // The keys only repeat what the two buttons do.
    <li className={styles.rule} onKeyDown={press}>
      <div className={styles.ruleHead}>
        <span className={styles.number}>{number}</span>
        <TextField
          label={`Title of rule ${number}`}
          hideLabel
          placeholder="Title, said with every answer"
          maxLength={200}
          value={rule.title}
          onChange={(event) => onChange({ ...rule, title: event.target.value })}
        />
        <IconButton
          label={`Move rule ${number} up`}
          keys="Alt+ArrowUp"
          size="small"
          icon={<ArrowUp size={14} />}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move rule ${number} down`}
          keys="Alt+ArrowDown"
          size="small"
          icon={<ArrowDown size={14} />}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton label={`Remove rule ${number}`} size="small" icon={<Trash2 size={14} />} onClick={onRemove} />
      </div>
      <ul className={styles.clauses} aria-label={`Conditions of rule ${number}`}>
        {rule.when.map((clause, index) => (
          <ClauseFields
            // Conditions have no names of their own, and are edited in place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            flag={flag}
            clause={clause}
            place={`condition ${index + 1} of rule ${number}`}
            word={index === 0 ? 'When' : 'and'}
            onChange={(next) => put(rule.when.with(index, next))}
            onRemove={() => put(rule.when.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <Button size="small" variant="plain" icon={<Plus size={14} />} onClick={() => put([...rule.when, firstClause])}>
          Add a condition
        </Button>
        {rule.when.length === 0 && <span className={styles.note}>Without one it holds for everybody.</span>}
      </div>
      <div className={styles.serveRule}>
        <ServeFields flag={flag} label={`Rule ${number}`} serve={rule.serve} onChange={(serve) => onChange({ ...rule, serve })} />
      </div>
      <p className={styles.note}>{ruleSentence(rule, names)}</p>
    </li>
  );
}
