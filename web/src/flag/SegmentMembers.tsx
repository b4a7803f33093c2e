// Who belongs to a segment: keys on a list, and rules; and who is left out whatever those say.
import type { Clause } from '@shortlist/domain/flag/flag-definition.ts';
import { unitWords } from '@shortlist/domain/ladder/rungs.ts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { act, notifyRefused } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { seqOf } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { ClauseFields } from './ClauseFields.tsx';
import styles from './FlagContent.module.css';
import { unitOptions } from './NewSegment.tsx';
import editor from './RulesEditor.module.css';
import { membershipSentence, type Segment } from './segment-words.ts';
import { textOfValues, valuesOfText } from './values-text.ts';
import { useSegmentNames } from './use-flag-names.ts';

export interface SegmentMembersProps {
  readonly segment: Segment;
  readonly mayRelease: boolean;
}

export function SegmentMembers({ segment, mayRelease }: SegmentMembersProps) {
  const [isEditing, setEditing] = useState(false);
  const names = useSegmentNames();
  const { unit, included, excluded, rules } = segment;
  if (isEditing) return <MembersEditor segment={segment} onClose={() => setEditing(false)} />;
  return (
    <section className={styles.part} aria-label="Who belongs to it">
      <h2 className={styles.heading}>Who belongs to it</h2>
      <ul className={styles.rows}>
        {included.length > 0 && (
          <li>
            These {unitWords(unit)}: {textOfValues(included.slice(0, 30))}
            {included.length > 30 && ` and ${included.length - 30} more`}.
          </li>
        )}
        {rules.map((rule, index) => (
          // Rules have no names of their own, and stand in their order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{membershipSentence(rule, names)}</li>
        ))}
        {excluded.length > 0 && (
          <li>
            Never: {textOfValues(excluded.slice(0, 30))}
            {excluded.length > 30 && ` and ${excluded.length - 30} more`}.
          </li>
        )}
        {included.length + rules.length === 0 && <li className={styles.note}>Nobody yet.</li>}
      </ul>
      {mayRelease && (
        <div>
          <Button size="small" onClick={() => setEditing(true)}>
            Change who belongs to it
          </Button>
        </div>
      )}
    </section>
  );
}

const firstClause: Clause = { attribute: 'customer.plan', op: 'in', values: [] };

function MembersEditor({ segment, onClose }: { readonly segment: Segment; readonly onClose: () => void }) {
  const [unit, setUnit] = useState(segment.unit);
  const [included, setIncluded] = useState(() => textOfValues(segment.included));
  const [excluded, setExcluded] = useState(() => textOfValues(segment.excluded));
  const [rules, setRules] = useState(segment.rules);
  const [ifMatch] = useState(() => seqOf(segment.id));
  const [refused, setRefused] = useState<Refused | null>(null);
  const put = (index: number, rule: readonly Clause[]) => setRules(rules.with(index, [...rule]));
  const keysOf = (text: string) => valuesOfText(text, []).map(String);
  const save = async () => {
    const sent = await act(
      'segment.edit',
      {
        key: segment.key,
        unit,
        included: keysOf(included),
        excluded: keysOf(excluded),
        rules: rules.filter((rule) => rule.length > 0),
      },
      { quiet: true, ifMatch, done: `${segment.name} is changed; every flag that asks about it follows.` },
    );
    if (!('refused' in sent)) return onClose();
    setRefused(sent);
    if (sent.errors !== undefined) notifyRefused(sent);
    return undefined;
  };
  const units = unitOptions.some(({ value }) => value === unit) ? unitOptions : [...unitOptions, { value: unit, label: unit }];
  return (
    <section className={editor.editor} aria-label="Who belongs to it">
      <h2 className={styles.heading}>Who belongs to it</h2>
      <div className={editor.rest}>
        <SelectField label="Its lists name" value={unit} options={units} onChange={setUnit} />
      </div>
      <TextAreaField
        label="On the list"
        hint="Keys as your product sends them, with commas or one a line."
        rows={2}
        value={included}
        onChange={(event) => setIncluded(event.target.value)}
      />
      <ol className={editor.rules} aria-label="Rules; whoever meets one of them belongs to it">
        {rules.map((rule, index) => (
          // As above.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={editor.rule}>
            <ul className={editor.clauses} aria-label={`Conditions of rule ${index + 1}`}>
              {rule.map((clause, place) => (
                <ClauseFields
                  // As above.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={place}
                  flag={null}
                  clause={clause}
                  place={`condition ${place + 1} of rule ${index + 1}`}
                  word={place === 0 ? 'When' : 'and'}
                  onChange={(next) => put(index, rule.with(place, next))}
                  onRemove={() =>
                    rule.length === 1 ? setRules(rules.toSpliced(index, 1)) : put(index, rule.toSpliced(place, 1))
                  }
                />
              ))}
            </ul>
            <div className={editor.foot}>
              <Button size="small" variant="plain" icon={<Plus size={14} />} onClick={() => put(index, [...rule, firstClause])}>
                Add a condition
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button size="small" icon={<Plus size={14} />} onClick={() => setRules([...rules, [firstClause]])}>
          Add a rule
        </Button>
      </div>
      <TextAreaField
        label="Never"
        hint="Left out, whatever the list and the rules say."
        rows={1}
        value={excluded}
        onChange={(event) => setExcluded(event.target.value)}
      />
      {refused !== null && (
        <p role="alert" className={editor.problem}>
          {refused.message}
        </p>
      )}
      <div className={styles.acts}>
        <Button variant="primary" onClick={() => void save()}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </section>
  );
}
