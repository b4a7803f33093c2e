// A secret that the server says once and then has forgotten: shown until it is put away, with a button that copies it.
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Settings.module.css';

export interface ShownOnceProps {
  readonly label: string;
  readonly secret: string;
  readonly note: string;
  readonly onDone: () => void;
}

export function ShownOnce({ label, secret, note, onDone }: ShownOnceProps) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // Not every page may write the clipboard (plain http, an old browser): it is selected, so the reader can copy it.
      setCopied(false);
    }
  };
  return (
    <div className={styles.once} role="group" aria-label={label}>
      <div className={styles.secret}>
        <TextField ref={field} label={label} mono readOnly value={secret} onFocus={(event) => event.currentTarget.select()} />
        <Button variant="primary" icon={copied ? <Check size={14} /> : <Copy size={14} />} onClick={() => void copy()}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
        <Button onClick={onDone}>Done</Button>
      </div>
      <p className={styles.rowNote}>{note}</p>
    </div>
  );
}
