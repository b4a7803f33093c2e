// Flags of another maker, brought over and taken out again, in Settings beside the other imports.
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../app/use-may.ts';
import { notifyRefused } from '../app/notify.ts';
import { useFeature } from '../feature/use-feature.ts';
import { ask } from '../sync/ask.ts';
import { Button } from '../ui/Button.tsx';
import { SettingsPart } from '../workspace/SettingsPart.tsx';
import styles from '../workspace/Settings.module.css';

const ImportFlags = lazy(async () => ({ default: (await import('./ImportFlags.tsx')).ImportFlags }));

export function FlagFiles() {
  const [isImporting, setImporting] = useState(false);
  const mayRelease = useMay('release');
  const hasImport = useFeature('flag-file-import');
  return (
    <SettingsPart
      title="Flags"
      note="Definitions come over from flagd and Unleash, and whoever was in a share stays in it."
      action={mayRelease && hasImport && <Button onClick={() => setImporting(true)}>Import flags</Button>}
    >
      <div>
        <Button onClick={() => void save()}>Export for flagd</Button>
      </div>
      <p className={styles.quiet}>
        The command line does the same: <code>shortlist import flagd</code>, <code>shortlist import unleash</code>,{' '}
        <code>shortlist export flagd</code>.
      </p>
      <Suspense>{isImporting && <ImportFlags onClose={() => setImporting(false)} />}</Suspense>
    </SettingsPart>
  );
}

/** Saves what production is set to as a file. */
async function save(): Promise<void> {
  const answer = await ask('flag.export', { environment: 'production' });
  if ('refused' in answer) return notifyRefused(answer);
  const text = JSON.stringify(answer.value.definitions, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'flags.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
