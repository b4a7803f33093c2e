// Who gets what, and why: a context is pasted, and the evaluator that products run too is asked here, every step in a sentence.
// What is being edited is asked too, before it is saved.
import { definitionIn, segmentDefinition } from '@shortlist/domain/flag/definition-of.ts';
import { answerSentence, outcomeWords, traceWords } from '@shortlist/domain/flag/explain-words.ts';
import type { EvaluationContext } from '@shortlist/domain/flag/evaluation.ts';
import { explainFlag, type ClauseTrace, type Explanation } from '@shortlist/domain/flag/flag-explain.ts';
import { setOf } from '@shortlist/domain/flag/flag-set.ts';
import type { SegmentNames } from '@shortlist/domain/flag/rule-sentences.ts';
import { jsonValues } from '@shortlist/domain/import/json-values.ts';
import { configIn } from '@shortlist/domain/ladder/rungs.ts';
import { Check, Minus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAll } from '../sync/use-store.ts';
import { minuteNow } from '../ui/minute-clock.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import content from './FlagContent.module.css';
import styles from './FlagExplain.module.css';
import type { Environment, Flag } from './flag-rows.ts';
import { keptDraft } from './rules-draft.ts';
import { explainFieldId } from './use-opened-flag.ts';
import { useSegmentNames } from './use-flag-names.ts';

export interface FlagExplainProps {
  readonly flag: Flag;
  readonly environments: readonly Environment[];
}

const example = '{"user": {"key": "mia", "email": "mia@example.com"}, "customer": {"key": "acme", "plan": "pro"}}';

export function FlagExplain({ flag, environments }: FlagExplainProps) {
  const [text, setText] = useState(example);
  const [chosen, setChosen] = useState<string | null>(null);
  const production = environments.findLast(({ isProduction }) => isProduction) ?? environments.at(-1);
  const environment = chosen ?? production?.key ?? '';
  const read = useMemo(() => readContext(text), [text]);
  const names = useSegmentNames();
  const draft = keptDraft(flag.key, environment)?.draft;
  const asked = useFlagAsEdited(flag, environment);
  const explanation = useExplanation(asked, environment, 'context' in read ? read.context : null);
  return (
    <section className={content.part} aria-label="Explain">
      <h2 className={content.heading}>Who gets what, and why</h2>
      <div className={styles.fields} id={explainFieldId}>
        <TextAreaField
          label="Context, as your product would ask (JSON)"
          rows={2}
          spellCheck={false}
          value={text}
          error={'problem' in read ? read.problem : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <SelectField
          label="In"
          value={environment}
          options={environments.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={setChosen}
        />
      </div>
      {draft !== undefined && <p className={content.note}>Asked with your unsaved changes.</p>}
      {explanation !== null && <Told explanation={explanation} names={names} />}
    </section>
  );
}

function Told({ explanation, names }: { readonly explanation: Explanation; readonly names: SegmentNames }) {
  const { details, rules, missing } = explanation;
  return (
    <div className={styles.told} aria-live="polite">
      <p className={styles.answer}>
        {answerSentence(details)}{' '}
        {details.value !== undefined && <code className={styles.value}>{JSON.stringify(details.value)}</code>}
      </p>
      <ol className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles.rule} data-outcome={rule.outcome}>
            <p>
              <span className={styles.title}>{rule.title === '' ? rule.id : rule.title}</span> {outcomeWords(rule)}
            </p>
            <Traces traces={rule.clauses} names={names} />
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <p className={content.note}>Asked for and not in the context: {missing.join(', ')}. What is missing never holds.</p>
      )}
    </div>
  );
}

function Traces({ traces, names }: { readonly traces: readonly ClauseTrace[]; readonly names: SegmentNames }) {
  if (traces.length === 0) return null;
  return (
    <ul className={styles.traces}>
      {traces.map((trace, index) => (
        // Conditions have no names of their own, and stand in their order.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span className={styles.trace}>
            <span
              role="img"
              aria-label={trace.holds ? 'Holds' : 'Does not hold'}
              className={trace.holds ? styles.holds : styles.fails}
            >
              {trace.holds ? <Check size={14} /> : <Minus size={14} />}
            </span>
            {traceWords(trace, names)}
          </span>
          <Traces traces={trace.inside} names={names} />
        </li>
      ))}
    </ul>
  );
}

function readContext(text: string): { readonly context: EvaluationContext } | { readonly problem: string } {
  if (text.trim() === '') return { context: {} };
  const read = jsonValues(text);
  if (!read.ok) {
    const words = `${read.problem.replace('the file', 'the text')}.`;
    return { problem: words.charAt(0).toUpperCase() + words.slice(1) };
  }
  const [value, ...more] = read.values;
  const isObject = more.length === 0 && typeof value === 'object' && value !== null && !Array.isArray(value);
  // An object of JSON has names and values.
  return isObject ? { context: value as EvaluationContext } : { problem: 'Write one object, such as {"user": {"key": "mia"}}.' };
}

/** The flag with what is being edited of one environment. */
function useFlagAsEdited(flag: Flag, environment: string): Flag {
  const draft = keptDraft(flag.key, environment)?.draft;
  return useMemo(() => {
    if (draft === undefined) return flag;
    const { version } = configIn(flag, environment);
    return { ...flag, environments: { ...flag.environments, [environment]: { ...draft, version } } };
  }, [flag, environment, draft]);
}

function useExplanation(flag: Flag, environment: string, context: EvaluationContext | null): Explanation | null {
  const flags = useAll('flag');
  const segments = useAll('segment');
  return useMemo(() => {
    if (context === null) return null;
    const others = JSON.stringify(configIn(flag, environment).rules).includes('"flag":') ? flags : [];
    const document = {
      version: 0,
      environment,
      flags: Object.fromEntries([...others, flag].map((one) => [one.key, definitionIn(one, environment)])),
      segments: Object.fromEntries(segments.map((one) => [one.key, segmentDefinition(one)])),
    };
    return explainFlag(setOf(document, minuteNow), flag.key, context);
  }, [flag, environment, context, flags, segments]);
}
