import { CheckboxField } from './CheckboxField.tsx';
import { Dialog } from './Dialog.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './KeySheet.module.css';
import { switchSingleKeys, type KeyScope } from './keys.ts';
import { useSingleKeysOn } from './use-keys.ts';

export interface KeySheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What works where the sheet was opened: take it with `activeKeyScopes()` as it opens, since the sheet hides all keys. */
  readonly scopes: readonly KeyScope[];
  readonly title?: string;
  readonly switchLabel?: string;
  readonly switchHint?: string;
}

/** All keys that work here, from the table that binds them, and the switch for single keys. */
export function KeySheet({
  open,
  onClose,
  scopes,
  title = 'Keys',
  switchLabel = 'Single keys',
  switchHint = 'Off leaves the keys with Ctrl, Cmd or Alt, and Esc.',
}: KeySheetProps) {
  const on = useSingleKeysOn();
  return (
    <Dialog open={open} onClose={onClose} title={title} width="wide">
      <div className={styles.columns}>
        {grouped(scopes).map(([name, bindings]) => (
          <section key={name} className={styles.group}>
            <h3 className={styles.name}>{name}</h3>
            <dl className={styles.list}>
              {bindings.map(({ label, keys }) => (
                <div key={label} className={styles.line}>
                  <dt>{label}</dt>
                  <dd className={styles.keys}>
                    {keys.map((each) => (
                      <Kbd key={each} keys={each} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <CheckboxField label={switchLabel} hint={switchHint} checked={on} onChange={switchSingleKeys} />
    </Dialog>
  );
}

interface SheetLine {
  readonly label: string;
  readonly keys: readonly string[];
}

/** One group a scope name, one line a label: `j` and the down arrow share theirs. */
function grouped(scopes: readonly KeyScope[]): readonly (readonly [string, readonly SheetLine[]])[] {
  const groups = new Map<string, Map<string, string[]>>();
  for (const { name, bindings } of scopes) {
    const lines = groups.get(name) ?? new Map<string, string[]>();
    groups.set(name, lines);
    for (const { label, keys } of bindings) {
      const known = lines.get(label) ?? [];
      if (!known.includes(keys)) lines.set(label, [...known, keys]);
    }
  }
  return [...groups].map(([name, lines]) => [name, [...lines].map(([label, keys]) => ({ label, keys }))] as const);
}
