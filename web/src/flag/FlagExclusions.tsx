// Customers that a flag is switched off for, on every rung and above every rule.
import { useState } from 'react';
import { act } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import styles from './FlagContent.module.css';
import type { Flag } from './flag-rows.ts';
import { textOfValues, valuesOfText } from './values-text.ts';

export function FlagExclusions({ flag, mayRelease }: { readonly flag: Flag; readonly mayRelease: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { excluded } = flag;
  const save = async () => {
    const customers = valuesOfText(typed ?? '', []).map(String);
    const sent = await act(
      'flag.exclude',
      { key: flag.key, customers },
      {
        quiet: true,
        done:
          customers.length === 0
            ? `${flag.key} is off for no customer in particular.`
            : `${flag.key} is off for ${countOf(customers)}.`,
      },
    );
    if ('refused' in sent) return setRefused(sent);
    setRefused(null);
    return setTyped(null);
  };
  if (!mayRelease && excluded.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Off for some customers">
      <h2 className={styles.heading}>Off for some customers</h2>
      {typed === null ? (
        <>
          <p className={styles.note}>
            {excluded.length === 0
              ? 'Nobody is left out. Whoever is, stays out on every rung.'
              : `Off for ${textOfValues(excluded.slice(0, 12))}${excluded.length > 12 ? ` and ${excluded.length - 12} more` : ''}, on every rung.`}
          </p>
          {mayRelease && (
            <div>
              <Button size="small" onClick={() => setTyped(textOfValues(excluded))}>
                {excluded.length === 0 ? 'Leave customers out' : 'Change whom'}
              </Button>
            </div>
          )}
        </>
      ) : (
        <div className={styles.fields}>
          <TextAreaField
            label="Customers it is off for"
            hint="Their keys as your product sends them, with commas or one a line."
            rows={2}
            value={typed}
            error={refused?.message}
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className={styles.acts}>
            <Button size="small" variant="primary" onClick={() => void save()}>
              Save
            </Button>
            <Button size="small" onClick={() => setTyped(null)}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

function countOf(customers: readonly string[]): string {
  return customers.length === 1 ? 'one customer' : `${customers.length} customers`;
}
