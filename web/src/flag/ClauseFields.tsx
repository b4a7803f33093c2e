// One condition while it is edited: of an attribute, of a segment, or of another flag.
import type { Clause } from '@shortlist/domain/flag/flag-definition.ts';
import { clauseOps, type ClauseOp } from '@shortlist/domain/flag/flag-words.ts';
import { clauseWords, opPhrases } from '@shortlist/domain/flag/rule-sentences.ts';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useAll } from '../sync/use-store.ts';
import { IconButton } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Flag } from './flag-rows.ts';
import styles from './RulesEditor.module.css';
import { useSegmentNames } from './use-flag-names.ts';
import { textOfValues, valuesOfText } from './values-text.ts';

export interface ClauseFieldsProps {
  /** The flag that it is a rule of, which cannot ask about itself; null for a segment. */
  readonly flag: Flag | null;
  readonly clause: Clause;
  /** "condition 1 of rule 2", for the names of the fields. */
  readonly place: string;
  /** `When` or `and`. */
  readonly word: string;
  readonly onChange: (clause: Clause) => void;
  readonly onRemove: () => void;
}

export function ClauseFields({ flag, clause, place, word, onChange, onRemove }: ClauseFieldsProps) {
  return (
    <li className={styles.clause}>
      <span className={styles.word}>{word}</span>
      <AnyClause flag={flag} clause={clause} place={place} onChange={onChange} />
      <IconButton label={`Remove ${place}`} size="small" icon={<X size={14} />} onClick={onRemove} />
    </li>
  );
}

type AnyClauseProps = Omit<ClauseFieldsProps, 'word' | 'onRemove'>;

function AnyClause({ flag, clause, place, onChange }: AnyClauseProps) {
  const names = useSegmentNames();
  const isNot = 'not' in clause;
  const inner = isNot ? clause.not : clause;
  const put = (next: Clause, not: boolean) => onChange(not ? { not: next } : next);
  if ('attribute' in inner && !isNot) return <AttributeFields clause={inner} place={place} onChange={onChange} flag={flag} />;
  if ('segment' in inner) return <SegmentFields clause={inner} isNot={isNot} place={place} onChange={put} />;
  if ('flag' in inner) return <FlagFields flag={flag} clause={inner} isNot={isNot} place={place} onChange={put} />;
  // Groups and drawn shares come with imported flags; they are kept as they are.
  return <span className={styles.sentence}>{clauseWords(clause, names)}</span>;
}

const kinds = [
  { value: 'attribute', label: 'An attribute' },
  { value: 'segment', label: 'They belong to…' },
  { value: 'flag', label: 'Another flag…' },
] as const;

type AttributeClause = Extract<Clause, { attribute: string }>;

interface AttributeFieldsProps {
  readonly flag: Flag | null;
  readonly clause: AttributeClause;
  readonly place: string;
  readonly onChange: (clause: Clause) => void;
}

const opOptions = clauseOps.map((value) => ({ value, label: opPhrases[value] }));

function AttributeFields({ flag, clause, place, onChange }: AttributeFieldsProps) {
  const segments = useAll('segment');
  const flags = useAll('flag');
  const list = useId();
  // What is typed is read at once, and shown as it was typed.
  const [text, setText] = useState(() => textOfValues(clause.values));
  const switchTo = (kind: string) => {
    if (kind === 'segment') onChange({ segment: segments[0]?.key ?? 'ourselves' });
    const other = flags.find(({ key }) => key !== flag?.key);
    if (kind === 'flag' && other !== undefined) onChange({ flag: other.key, variants: [other.onVariant] });
  };
  return (
    <span className={styles.clauseFields}>
      <SelectField label={`Kind of ${place}`} hideLabel value="attribute" options={kinds} onChange={switchTo} />
      <TextField
        label={`Attribute of ${place}`}
        hideLabel
        mono
        list={list}
        placeholder="customer.plan"
        maxLength={200}
        spellCheck={false}
        value={clause.attribute}
        onChange={(event) => onChange({ ...clause, attribute: event.target.value.trim() })}
      />
      <datalist id={list}>
        {['customer', 'customer.plan', 'user', 'user.email', 'user.role', 'device', 'country', 'appVersion'].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <SelectField
        label={`Comparison of ${place}`}
        hideLabel
        value={clause.op}
        options={opOptions}
        onChange={(op) => onChange(withOp(clause, clauseOps.find((one) => one === op) ?? 'in', text))}
      />
      {clause.op !== 'exists' && (
        <TextField
          label={`Values of ${place}`}
          hideLabel
          placeholder="pro, team"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange({ ...clause, values: valuesOfText(event.target.value, clause.values) });
          }}
        />
      )}
    </span>
  );
}

/** What `exists` left out comes back with the next comparison. */
function withOp(clause: AttributeClause, op: ClauseOp, text: string): AttributeClause {
  return { ...clause, op, values: op === 'exists' ? [] : valuesOfText(text, clause.values) };
}

interface SegmentFieldsProps {
  readonly clause: Extract<Clause, { segment: string }>;
  readonly isNot: boolean;
  readonly place: string;
  readonly onChange: (clause: Clause, isNot: boolean) => void;
}

function SegmentFields({ clause, isNot, place, onChange }: SegmentFieldsProps) {
  const segments = useAll('segment');
  const options = segments.map(({ key, name }) => ({ value: key, label: name }));
  if (!options.some(({ value }) => value === clause.segment)) options.push({ value: clause.segment, label: clause.segment });
  return (
    <span className={styles.clauseFields}>
      <SelectField
        label={`Comparison of ${place}`}
        hideLabel
        value={isNot ? 'not' : 'in'}
        options={[
          { value: 'in', label: 'they belong to' },
          { value: 'not', label: 'they do not belong to' },
        ]}
        onChange={(next) => onChange(clause, next === 'not')}
      />
      <SelectField
        label={`Segment of ${place}`}
        hideLabel
        value={clause.segment}
        options={options}
        onChange={(segment) => onChange({ segment }, isNot)}
      />
    </span>
  );
}

interface FlagFieldsProps {
  readonly flag: Flag | null;
  readonly clause: Extract<Clause, { flag: string }>;
  readonly isNot: boolean;
  readonly place: string;
  readonly onChange: (clause: Clause, isNot: boolean) => void;
}

function FlagFields({ flag, clause, isNot, place, onChange }: FlagFieldsProps) {
  const flags = useAll('flag');
  const other = flags.find(({ key }) => key === clause.flag);
  const variants = [...new Set([...Object.keys(other?.variants ?? {}), ...clause.variants])];
  const [first] = clause.variants;
  const options = flags.filter(({ key }) => key !== flag?.key).map(({ key }) => ({ value: key, label: key }));
  return (
    <span className={styles.clauseFields}>
      <SelectField
        label={`Flag of ${place}`}
        hideLabel
        value={clause.flag}
        options={
          options.some(({ value }) => value === clause.flag) ? options : [...options, { value: clause.flag, label: clause.flag }]
        }
        onChange={(key) => onChange({ flag: key, variants: [flags.find((one) => one.key === key)?.onVariant ?? 'on'] }, isNot)}
      />
      <SelectField
        label={`Comparison of ${place}`}
        hideLabel
        value={isNot ? 'not' : 'gives'}
        options={[
          { value: 'gives', label: 'gives' },
          { value: 'not', label: 'does not give' },
        ]}
        onChange={(next) => onChange(clause, next === 'not')}
      />
      <SelectField
        label={`Variant of ${place}`}
        hideLabel
        value={clause.variants.length === 1 ? (first ?? '') : 'several'}
        options={[
          ...(clause.variants.length === 1 ? [] : [{ value: 'several', label: clause.variants.join(' or ') }]),
          ...variants.map((value) => ({ value, label: value })),
        ]}
        onChange={(variant) => onChange(variant === 'several' ? clause : { flag: clause.flag, variants: [variant] }, isNot)}
      />
    </span>
  );
}
