// When no mail is wanted: from one time to another, in the zone of this browser.
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { SettingsPart } from '../workspace/SettingsPart.tsx';
import type { ShownSettings } from './NoticeSettings.tsx';
import styles from './QuietHours.module.css';

export interface QuietHoursProps {
  readonly settings: ShownSettings;
  readonly onSaved: () => void;
}

export function QuietHours({ settings, onSaved }: QuietHoursProps) {
  const [from, setFrom] = useState(settings.quietFrom ?? '20:00');
  const [to, setTo] = useState(settings.quietTo ?? '07:00');
  const [error, setError] = useState<string | undefined>();
  const isOn = settings.quietFrom !== null;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const save = async (quiet: { readonly from: string; readonly to: string } | null) => {
    const sent = await act('notice.set', { quiet, ...(quiet !== null && { timeZone: here }) }, { quiet: true, canUndo: false });
    setError('refused' in sent ? sent.message : undefined);
    if ('value' in sent) onSaved();
  };
  const note = isOn
    ? `No mail from ${settings.quietFrom} to ${settings.quietTo} (${settings.timeZone}). It comes when they end.`
    : 'Mail comes at any time. The app tells you at once either way.';
  return (
    <SettingsPart title="Quiet hours" note={note}>
      <form
        className={styles.hours}
        onSubmit={(event) => {
          event.preventDefault();
          void save({ from, to });
        }}
      >
        <TextField
          label="From"
          type="time"
          required
          value={from}
          error={error}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField label="To" type="time" required value={to} onChange={(event) => setTo(event.target.value)} />
        <Button type="submit">{isOn ? 'Change' : 'Keep these hours quiet'}</Button>
        {isOn && (
          <Button variant="plain" onClick={() => void save(null)}>
            No quiet hours
          </Button>
        )}
      </form>
    </SettingsPart>
  );
}
