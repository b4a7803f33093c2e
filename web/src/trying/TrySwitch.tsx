// Whether the feature is on for who opened the link, until when, and who they are in the product.
import { ExternalLink } from 'lucide-react';
import { useEffect, useSyncExternalStore, type FormEvent } from 'react';
import { useEditedText } from '../app/use-edited-text.ts';
import type { Environment } from '../flag/flag-rows.ts';
import { Button } from '../ui/Button.tsx';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './Try.module.css';
import { endWords } from './try-where.ts';
import type { OwnTry } from './use-own-try.ts';

export interface TrySwitchProps {
  readonly own: OwnTry;
  readonly environment: Environment;
  /** What is proposed where one never said who one is there. */
  readonly proposed: string;
}

export function TrySwitch({ own, environment, proposed }: TrySwitchProps) {
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const text = useEditedText(own.key ?? proposed);
  const { isOn, turnOnOnce } = own;
  useEffect(() => turnOnOnce(), [turnOnOnce]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const key = text.shown.trim();
    if (isOn && key === own.key) own.turnOff();
    else void own.turnOn(key).then((done) => done && text.drop());
  };
  const isChanged = isOn && text.shown.trim() !== own.key;
  return (
    <section className={styles.part} aria-label="On for you">
      <p className={isOn ? styles.on : styles.off} aria-live="polite">
        {isOn && own.until !== null
          ? `On for you in ${environment.name} until ${endWords(own.until, now)}.`
          : `Off for you in ${environment.name}.`}
      </p>
      <form className={styles.who} onSubmit={submit}>
        <TextField
          label={`Who you are in ${environment.name}`}
          hint="The key or the e-mail that your product sends for you. Said once, kept for you alone."
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          value={text.shown}
          error={own.problem ?? undefined}
          onChange={(event) => text.type(event.target.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" variant={isOn && !isChanged ? 'quiet' : 'primary'} keys="o" disabled={own.isSending}>
            {isChanged ? 'Turn it on for that key' : isOn ? 'Turn it off' : 'Turn it on'}
          </Button>
          {environment.address !== null && (
            <a className={styles.open} href={environment.address} target="_blank" rel="noopener noreferrer">
              <ExternalLink size={14} aria-hidden="true" /> Open the product
            </a>
          )}
        </div>
      </form>
      {environment.address === null && (
        <p className={styles.quiet}>
          Say in <a href="/settings/environments">Settings</a> where the product is opened, and a link to it stands here.
        </p>
      )}
    </section>
  );
}
