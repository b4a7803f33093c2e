// What a flag can give: its variants, which of them a rung serves, and which everybody else gets.
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { seqOf } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import styles from './FlagContent.module.css';
import type { Flag } from './flag-rows.ts';
import own from './FlagVariants.module.css';
import { draftsOf, readVariants, type VariantDraft } from './variants-draft.ts';

export function FlagVariants({ flag, mayRelease }: { readonly flag: Flag; readonly mayRelease: boolean }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <section className={styles.part} aria-label="Variants">
      <h2 className={styles.heading}>Variants</h2>
      {isEditing ? (
        <VariantsEditor flag={flag} onClose={() => setEditing(false)} />
      ) : (
        <>
          <ul className={own.list}>
            {Object.entries(flag.variants).map(([name, value]) => (
              <li key={name} className={own.variant}>
                <span className={own.name}>{name}</span>
                <code className={own.value}>{JSON.stringify(value)}</code>
                {name === flag.onVariant && <Badge tone="accent">What a rung serves</Badge>}
                {name === flag.offVariant && <Badge>Everybody else</Badge>}
              </li>
            ))}
          </ul>
          {mayRelease && (
            <div>
              <Button size="small" onClick={() => setEditing(true)}>
                Edit variants
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function VariantsEditor({ flag, onClose }: { readonly flag: Flag; readonly onClose: () => void }) {
  const [drafts, setDrafts] = useState(() => draftsOf(flag));
  const [on, setOn] = useState(flag.onVariant);
  const [off, setOff] = useState(flag.offVariant);
  const [ifMatch] = useState(() => seqOf(flag.id));
  const [refused, setRefused] = useState<Refused | null>(null);
  const { variants, problems } = readVariants(drafts, flag.type);
  const names = Object.keys(variants);
  const put = (id: number, fields: Partial<VariantDraft>) =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...fields } : draft)));
  const add = () => {
    const id = Math.max(-1, ...drafts.map((draft) => draft.id)) + 1;
    setDrafts([...drafts, { id, name: '', text: flag.type === 'object' ? '{}' : '' }]);
  };
  const save = async () => {
    const sent = await act(
      'flag.edit',
      { key: flag.key, variants, onVariant: on, offVariant: off },
      { quiet: true, ifMatch, done: `The variants of ${flag.key} are saved.` },
    );
    if ('refused' in sent) setRefused(sent);
    else onClose();
  };
  const choices = [...new Set([...names, on, off])].map((value) => ({ value, label: value }));
  return (
    <div className={styles.fields}>
      <ul className={own.editor}>
        {drafts.map((draft, index) => (
          <li key={draft.id} className={own.draft}>
            <TextField
              label={`Name of variant ${index + 1}`}
              hideLabel
              placeholder="Name"
              maxLength={100}
              value={draft.name}
              onChange={(event) => put(draft.id, { name: event.target.value })}
            />
            {flag.type === 'object' ? (
              <TextAreaField
                label={`Value of variant ${index + 1}`}
                hideLabel
                rows={2}
                spellCheck={false}
                value={draft.text}
                onChange={(event) => put(draft.id, { text: event.target.value })}
              />
            ) : (
              <TextField
                label={`Value of variant ${index + 1}`}
                hideLabel
                placeholder="Value"
                mono
                spellCheck={false}
                inputMode={flag.type === 'number' ? 'decimal' : 'text'}
                value={draft.text}
                onChange={(event) => put(draft.id, { text: event.target.value })}
              />
            )}
            <IconButton
              label={`Remove variant ${index + 1}`}
              size="small"
              icon={<X size={14} />}
              disabled={drafts.length <= 2}
              onClick={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" icon={<Plus size={14} />} onClick={add}>
          Add a variant
        </Button>
      </div>
      <div className={own.two}>
        <SelectField label="What a rung serves" value={on} options={choices} onChange={setOn} />
        <SelectField label="Everybody else gets" value={off} options={choices} onChange={setOff} />
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="What is wrong">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {refused !== null && (
        <p role="alert" className={styles.problems}>
          {refused.message}
        </p>
      )}
      <div className={styles.acts}>
        <Button size="small" variant="primary" disabled={problems.length > 0} onClick={() => void save()}>
          Save
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
