import type { StoryOutcome } from '@shortlist/domain/story/story.ts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Sent } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './OutcomeField.module.css';

export interface OutcomeFormProps {
  readonly outcome: StoryOutcome | null;
  readonly kind: StoryOutcome['kind'];
  readonly onSave: (outcome: StoryOutcome) => Promise<Sent<'story.edit'>>;
  readonly onClose: () => void;
}

const kinds = [
  { value: 'metric', label: 'A metric' },
  { value: 'none', label: 'No metric' },
] as const;

export function OutcomeForm({ outcome, kind: first, onSave, onClose }: OutcomeFormProps) {
  const known = outcome?.kind === 'metric' ? outcome : null;
  const [kind, setKind] = useState(first);
  const [typed, setTyped] = useState({
    metric: known?.metric ?? '',
    unit: known?.unit ?? '',
    baseline: known?.baseline == null ? '' : String(known.baseline),
    target: known === null ? '' : String(known.target),
    date: known?.date ?? '',
    because: outcome?.kind === 'none' ? outcome.because : '',
  });
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type="radio"])')?.focus(), []);
  const save = async () => {
    const next = outcomeOf(kind, typed);
    if (typeof next === 'string') return setProblem(next);
    const sent = await onSave(next);
    if ('refused' in sent) return setProblem(sent.errors?.[0]?.message ?? sent.message);
    return onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      // Esc means this form, not the panel it is in.
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label="Outcome"
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SegmentedControl label="How it is known" segments={kinds} value={kind} onChange={setKind} />
      {kind === 'metric' ? (
        <div className={styles.fields}>
          <TextField label="Metric" maxLength={200} placeholder="what is counted or measured" {...field('metric')} />
          <TextField label="Unit" maxLength={40} placeholder="a day, %, minutes" {...field('unit')} />
          <TextField label="Today" inputMode="decimal" placeholder="not known" {...field('baseline')} />
          <TextField label="Target" inputMode="decimal" {...field('target')} />
          <TextField label="By" type="date" {...field('date')} />
        </div>
      ) : (
        <TextField label="No metric, because" maxLength={400} {...field('because')} />
      )}
      {problem !== null && <ErrorNotice problem={problem} />}
      <div className={styles.acts}>
        <Button type="submit" size="small" variant="primary">
          Save outcome
        </Button>
        <Button size="small" variant="plain" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface Typed {
  readonly metric: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly date: string;
  readonly because: string;
}

/** What was typed as an outcome, or what is missing. */
function outcomeOf(kind: StoryOutcome['kind'], typed: Typed): StoryOutcome | string {
  const because = typed.because.trim();
  if (kind === 'none') return because === '' ? 'Say in a line why nothing can be measured.' : { kind, because };
  const [metric, unit] = [typed.metric.trim(), typed.unit.trim()];
  const [baseline, target] = [figureOf(typed.baseline), figureOf(typed.target)];
  if (metric === '') return 'Say what is measured.';
  if (target === null || Number.isNaN(target)) return 'The target is a figure, such as 12 or 0.5.';
  if (Number.isNaN(baseline)) return 'Today’s value is a figure, or empty while it is not known.';
  if (typed.date === '') return 'Choose the day by which the target should be met.';
  return { kind, metric, unit, baseline, target, date: typed.date };
}

/** Null where nothing was typed, NaN where it is no figure. */
function figureOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return text === '' ? null : Number.isFinite(Number(text)) ? Number(text) : Number.NaN;
}
