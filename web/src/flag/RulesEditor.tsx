// The rules of one environment, edited where they stand: then what will change, in sentences, then saved. Nothing typed is lost:
// not by closing the panel, and not when somebody else changes the same rules meanwhile.
import { configDifferences } from '@shortlist/domain/flag/flag-diff.ts';
import { configIn } from '@shortlist/domain/ladder/rungs.ts';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { seqOf, useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import type { Environment, Flag } from './flag-rows.ts';
import { RuleFields } from './RuleFields.tsx';
import {
  anotherRule,
  draftOf,
  draftProblems,
  isSameDraft,
  keepDraft,
  keptDraft,
  type KeptDraft,
  type RulesDraft,
} from './rules-draft.ts';
import styles from './RulesEditor.module.css';
import { RulesOvertaken } from './RulesOvertaken.tsx';
import { OffField, ServeFields } from './ServeFields.tsx';
import { useSegmentNames } from './use-flag-names.ts';

export interface RulesEditorProps {
  readonly flag: Flag;
  readonly environment: Environment;
  /** Why who is signed in may not change it; then nothing can be saved. */
  readonly refusal: string | null;
  readonly onClose: () => void;
}

export function RulesEditor({ flag, environment, refusal, onClose }: RulesEditorProps) {
  const now = draftOf(configIn(flag, environment.key));
  const [kept, setKept] = useState<KeptDraft>(
    () => keptDraft(flag.key, environment.key) ?? { base: now, baseSeq: seqOf(flag.id), draft: now },
  );
  const { base, draft } = kept;
  const [isReviewing, setReviewing] = useState(false);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const flags = useAll('flag');
  const segments = useAll('segment');
  const names = useSegmentNames();
  const editor = useRef<HTMLDivElement>(null);
  const problems = useMemo(
    () => draftProblems(flag, environment.key, draft, { flags, segments }),
    [flag, environment.key, draft, flags, segments],
  );
  const isEdited = !isSameDraft(base, draft);
  const isOvertaken = !isSameDraft(base, now);
  const differences = configDifferences({ ...now, version: 0 }, { ...draft, version: 0 }, environment.name, names);

  const keep = (next: KeptDraft) => {
    setKept(next);
    keepDraft(flag.key, environment.key, isSameDraft(next.base, next.draft) ? null : next);
  };
  const change = (fields: Partial<RulesDraft>) => keep({ ...kept, draft: { ...draft, ...fields } });
  useEffect(() => editor.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [isReviewing]);

  const drop = () => {
    keepDraft(flag.key, environment.key, null);
    onClose();
  };
  const save = async () => {
    if (isSending || problems.length > 0) return undefined;
    if (differences.length === 0) return drop();
    setSending(true);
    const ifMatch = isOvertaken ? kept.baseSeq : seqOf(flag.id);
    const sent = await act(
      'flag.setRules',
      { key: flag.key, environment: environment.key, ...writable(draft), reason: reason.trim() },
      { quiet: true, ifMatch, done: `The rules of ${flag.key} in ${environment.name} are saved.` },
    );
    setSending(false);
    if ('refused' in sent) return setRefused(sent);
    return drop();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      if (isReviewing) void save();
      else if (problems.length === 0) setReviewing(true);
    }
    if (event.key === 'Escape' && isReviewing) {
      event.preventDefault();
      event.stopPropagation();
      setReviewing(false);
    }
  };

  return (
    // The keys repeat what the buttons do.
    <div
      ref={editor}
      role="group"
      aria-label={`Editing the rules of ${environment.name}`}
      className={styles.editor}
      onKeyDown={press}
    >
      {isOvertaken && (
        <RulesOvertaken
          flag={flag}
          kept={kept}
          now={now}
          environment={environment}
          onMine={() => keep({ base: now, baseSeq: seqOf(flag.id), draft })}
          onTheirs={() => keep({ base: now, baseSeq: seqOf(flag.id), draft: now })}
        />
      )}
      {isReviewing ? (
        <>
          <h4 className={styles.question} tabIndex={-1} data-first>
            {differences.length === 0 ? 'Nothing would change.' : `This will change in ${environment.name}:`}
          </h4>
          <DifferenceList differences={differences} hideWhere />
          <TextField
            label="Why"
            hint="It stays with the change. It may be empty."
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : (
        <Fields flag={flag} draft={draft} onChange={change} />
      )}
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="What is wrong">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {(refused !== null || refusal !== null) && (
        <p role="alert" className={styles.problem}>
          {refused?.message ?? refusal}
        </p>
      )}
      <div className={styles.acts}>
        {isReviewing ? (
          <>
            <Button
              variant="primary"
              keys="$mod+Enter"
              disabled={isSending || refusal !== null || problems.length > 0}
              onClick={() => void save()}
            >
              Save
            </Button>
            <Button keys="Escape" onClick={() => setReviewing(false)}>
              Go on editing
            </Button>
          </>
        ) : (
          <>
            <Button variant="primary" keys="$mod+Enter" disabled={problems.length > 0} onClick={() => setReviewing(true)}>
              See what changes
            </Button>
            <Button onClick={drop}>{isEdited ? 'Drop the changes' : 'Close'}</Button>
          </>
        )}
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly flag: Flag;
  readonly draft: RulesDraft;
  readonly onChange: (fields: Partial<RulesDraft>) => void;
}

function Fields({ flag, draft, onChange }: FieldsProps) {
  const { rules } = draft;
  const put = (next: RulesDraft['rules']) => onChange({ rules: next });
  return (
    <>
      <ol className={styles.rules} aria-label="Rules, in order; the first that holds answers">
        {rules.map((rule, index) => (
          <RuleFields
            key={rule.id}
            flag={flag}
            rule={rule}
            number={index + 1}
            isFirst={index === 0}
            isLast={index === rules.length - 1}
            onChange={(next) => put(rules.with(index, next))}
            onMove={(by) => put(rules.toSpliced(index, 1).toSpliced(index + by, 0, rule))}
            onRemove={() => put(rules.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div>
        <Button size="small" icon={<Plus size={14} />} onClick={() => put([...rules, anotherRule(flag, rules)])} data-first>
          Add a rule
        </Button>
      </div>
      <div className={styles.rest}>
        <ServeFields
          flag={flag}
          label={rules.length === 0 ? 'Everybody' : 'Everybody else'}
          serve={draft.fallthrough}
          onChange={(fallthrough) => onChange({ fallthrough })}
        />
        <OffField flag={flag} variant={draft.offVariant} onChange={(offVariant) => onChange({ offVariant })} />
      </div>
    </>
  );
}

/** Copies that the operation may take: its lists are not readonly. */
function writable({ enabled, rules, fallthrough, offVariant }: RulesDraft) {
  return { enabled, rules: [...rules], fallthrough, offVariant };
}
