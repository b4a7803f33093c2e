// A file of flag definitions: what it would do, said before it is done.
import { flagFormats, type FlagFormat } from '@shortlist/domain/flag-import/flag-import-words.ts';
import type { OutputOf } from '@shortlist/domain/operations.ts';
import { useRef, useState } from 'react';
import { act } from '../app/notify.ts';
import { ask } from '../sync/ask.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { FieldFrame } from '../ui/FieldFrame.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import fileStyles from '../import/StartImport.module.css';
import styles from './ImportFlags.module.css';

type Report = OutputOf<'flag.import'>;

const formatNames: Readonly<Record<FlagFormat, string>> = { flagd: 'flagd', unleash: 'Unleash' };
const formats = flagFormats.map((value) => ({ value, label: formatNames[value] }));

interface Wish {
  readonly format: FlagFormat;
  readonly environment: string;
  readonly file: string | null;
}

export function ImportFlags({ onClose }: { readonly onClose: () => void }) {
  const environments = useAll('environment');
  const [wish, setWish] = useState<Wish>({ format: 'flagd', environment: 'production', file: null });
  const [report, setReport] = useState<Report | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const latest = useRef(wish);

  const look = async (next: Wish) => {
    latest.current = next;
    setWish(next);
    setReport(null);
    setProblem(null);
    if (next.file === null) return;
    const answer = await ask('flag.previewImport', { ...next, file: next.file });
    if (latest.current !== next) return;
    if ('refused' in answer) setProblem(answer.message);
    else setReport(answer.value);
  };
  const start = async () => {
    if (wish.file === null || report === null) return;
    const told = {
      canUndo: false,
      quiet: true,
      done: ({ counts }: Report) => `${counts.created} flags made, ${counts.changed} changed.`,
    };
    const sent = await act('flag.import', { ...wish, file: wish.file }, told);
    if ('refused' in sent) setProblem(sent.message);
    else onClose();
  };
  return (
    <Dialog
      open
      title="Import flags"
      width="wide"
      onClose={onClose}
      onSubmit={() => void start()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" disabled={report === null}>
            Import
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <SelectField
          label="Format"
          value={wish.format}
          options={formats}
          onChange={(chosen) => {
            const format = flagFormats.find((one) => one === chosen);
            if (format !== undefined) void look({ ...wish, format });
          }}
        />
        <SelectField
          label="Environment"
          hint="Where the file is set; the others stay as they are."
          value={wish.environment}
          options={environments.toSorted((a, b) => a.position - b.position).map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(environment) => void look({ ...wish, environment })}
        />
        <FieldFrame label="File" hint="JSON, as flagd reads it, or from Unleash’s /api/client/features.">
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              accept=".json,application/json"
              className={fileStyles.file}
              data-focus-first
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file !== undefined) void file.text().then((text) => look({ ...wish, file: text }));
              }}
            />
          )}
        </FieldFrame>
        {problem !== null && <ErrorNotice problem={problem} />}
        {report !== null && <WhatHappens report={report} />}
      </div>
    </Dialog>
  );
}

function WhatHappens({ report }: { readonly report: Report }) {
  const { counts, flags, segments, notes } = report;
  const left = [...flags, ...segments].filter(({ outcome }) => outcome === 'left');
  return (
    <div role="group" aria-label="What happens" className={styles.fields}>
      <p>
        {counts.created} made, {counts.changed} changed, {counts.unchanged} as they are, {counts.left} left out.
      </p>
      {left.length + notes.length > 0 && (
        <ul className={styles.notes} aria-label="What is not as it was">
          {left.map(({ key, why }) => (
            <li key={key}>
              <code>{key}</code> {why}
            </li>
          ))}
          {notes.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
