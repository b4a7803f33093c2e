// What a rule serves: one variant, the default in the code, or shares of whom it draws.
import type { Serve, Split } from '@shortlist/domain/flag/flag-definition.ts';
import { WEIGHT_TOTAL } from '@shortlist/domain/flag/flag-words.ts';
import { useState } from 'react';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Flag } from './flag-rows.ts';
import styles from './RulesEditor.module.css';

export interface ServeFieldsProps {
  readonly flag: Flag;
  /** What it is of: "Rule 2", "Everybody else". */
  readonly label: string;
  readonly serve: Serve;
  readonly onChange: (serve: Serve) => void;
}

export function ServeFields({ flag, label, serve, onChange }: ServeFieldsProps) {
  const names = Object.keys(flag.variants);
  const value = 'split' in serve ? 'split' : serve.variant === null ? 'default' : `variant ${serve.variant}`;
  const choose = (next: string) => {
    if (next === 'default') return onChange({ variant: null });
    if (next !== 'split') return onChange({ variant: next.slice('variant '.length) });
    return 'split' in serve ? undefined : onChange({ split: firstSplit(flag) });
  };
  return (
    <div className={styles.serve}>
      <SelectField
        label={`${label}: serve`}
        value={value}
        options={[
          ...names.map((name) => ({ value: `variant ${name}`, label: name })),
          { value: 'split', label: 'shares of…' },
          { value: 'default', label: 'the default in the code' },
        ]}
        onChange={choose}
      />
      {'split' in serve && (
        <SplitFields names={names} label={label} split={serve.split} onChange={(split) => onChange({ split })} />
      )}
    </div>
  );
}

/** A tenth gets it. */
function firstSplit({ onVariant, offVariant }: Flag): Split {
  const weights = [
    { variant: onVariant, weight: WEIGHT_TOTAL / 10 },
    { variant: offVariant, weight: (WEIGHT_TOTAL * 9) / 10 },
  ];
  return { unit: 'customer', hashVersion: 1, weights };
}

interface SplitFieldsProps {
  readonly names: readonly string[];
  readonly label: string;
  readonly split: Split;
  readonly onChange: (split: Split) => void;
}

const units = ['customer', 'user', 'device'];

function SplitFields({ names, label, split, onChange }: SplitFieldsProps) {
  // Imported splits keep the sum that their own arithmetic counts in.
  const [total] = useState(() =>
    split.hashVersion === 1 ? WEIGHT_TOTAL : split.weights.reduce((sum, { weight }) => sum + weight, 0),
  );
  const weightOf = (name: string) => split.weights.find(({ variant }) => variant === name)?.weight ?? 0;
  // The order decides who is drawn first: those that are there keep it.
  const order = [
    ...split.weights.map(({ variant }) => variant),
    ...names.filter((name) => !split.weights.some(({ variant }) => variant === name)),
  ];
  const put = (name: string, weight: number) => {
    const weights = order.map((variant) => ({ variant, weight: variant === name ? weight : weightOf(variant) }));
    // Of two, the other takes the rest.
    const [first, second] = weights;
    const isPair = weights.length === 2 && first !== undefined && second !== undefined;
    const filled = isPair ? weights.map((one) => (one.variant === name ? one : { ...one, weight: total - weight })) : weights;
    onChange({ ...split, weights: filled.filter((one) => one.weight > 0 || names.length <= 2) });
  };
  const isOwn = !units.includes(split.unit);
  return (
    <div className={styles.shares}>
      {order.map((name) => (
        <PercentField
          key={name}
          label={`${label}: ${name}, in percent`}
          shown={`${name}, %`}
          weight={weightOf(name)}
          total={total}
          onChange={(weight) => put(name, weight)}
        />
      ))}
      <SelectField
        label={`${label}: of what`}
        value={isOwn ? 'own' : split.unit}
        options={[
          ...units.map((value) => ({ value, label: `of the ${value}s` })),
          { value: 'own', label: isOwn ? `of ${split.unit}` : 'of an attribute…' },
        ]}
        onChange={(unit) => onChange({ ...split, unit: unit === 'own' ? 'user.team' : unit })}
      />
      {isOwn && (
        <TextField
          label={`${label}: attribute that is drawn`}
          mono
          value={split.unit}
          maxLength={200}
          onChange={(event) => onChange({ ...split, unit: event.target.value.trim() || 'user' })}
        />
      )}
    </div>
  );
}

interface PercentFieldProps {
  readonly label: string;
  readonly shown: string;
  readonly weight: number;
  readonly total: number;
  readonly onChange: (weight: number) => void;
}

function PercentField({ label, shown, weight, total, onChange }: PercentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const exact = String(Number(((weight / total) * 100).toFixed(3)));
  const type = (text: string) => {
    setTyped(text);
    const percent = Number(text.replace(',', '.').replace('%', '').trim());
    if (text.trim() !== '' && percent >= 0 && percent <= 100) onChange(Math.round((percent * total) / 100));
  };
  const isWrong =
    typed !== null &&
    !(Number(typed.replace(',', '.').replace('%', '')) >= 0 && Number(typed.replace(',', '.').replace('%', '')) <= 100);
  return (
    <TextField
      label={shown}
      aria-label={label}
      inputMode="decimal"
      value={typed ?? exact}
      error={isWrong ? 'A number from 0 to 100.' : undefined}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}

export interface OffFieldProps {
  readonly flag: Flag;
  readonly variant: string | null;
  readonly onChange: (variant: string | null) => void;
}

/** What everybody gets while the switch is off. */
export function OffField({ flag, variant, onChange }: OffFieldProps) {
  return (
    <SelectField
      label="While switched off: serve"
      value={variant === null ? 'default' : `variant ${variant}`}
      options={[
        ...Object.keys(flag.variants).map((name) => ({ value: `variant ${name}`, label: name })),
        { value: 'default', label: 'the default in the code' },
      ]}
      onChange={(next) => onChange(next === 'default' ? null : next.slice('variant '.length))}
    />
  );
}
