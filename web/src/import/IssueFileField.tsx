import { useRef, useState } from 'react';
import { FieldFrame } from '../ui/FieldFrame.tsx';
import styles from './StartImport.module.css';
import type { ReadIssues } from './issue-file.worker.ts';
import { readIssueFile } from './read-issue-file.ts';

export interface IssueFileFieldProps {
  /** Null while a file is read, and when it cannot be. */
  readonly onRead: (name: string, content: Extract<ReadIssues, { ok: true }> | null) => void;
}

/** Takes a file and says all that is wrong with it, where it is. */
export function IssueFileField({ onRead }: IssueFileFieldProps) {
  const [isReading, setReading] = useState(false);
  const [wrong, setWrong] = useState<Extract<ReadIssues, { ok: false }> | null>(null);
  const latest = useRef<File | null>(null);
  const read = async (file: File) => {
    latest.current = file;
    setReading(true);
    setWrong(null);
    onRead(file.name, null);
    const content = await readIssueFile(file);
    if (latest.current !== file) return;
    setReading(false);
    if (content.ok) onRead(file.name, content);
    else setWrong(content);
  };
  return (
    <>
      <FieldFrame
        label="File"
        hint={
          <>
            From <code>gh issue list --state all --limit 100000 --json …</code> or GitHub’s REST list. A second import of it
            updates and repeats nothing.
          </>
        }
        error={wrong === null ? undefined : 'This file cannot be read, and nothing was imported.'}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".json,.jsonl,.ndjson,application/json"
            className={styles.file}
            data-focus-first
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) void read(file);
            }}
          />
        )}
      </FieldFrame>
      {isReading && <p role="status">Reading the file…</p>}
      {wrong !== null && (
        <ul className={styles.faults}>
          {wrong.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {wrong.problemCount > wrong.problems.length && <li>and {wrong.problemCount - wrong.problems.length} more</li>}
        </ul>
      )}
    </>
  );
}
