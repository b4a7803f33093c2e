// Importing a file of issues: what is in it, which of it is work already, what that would make, and the start.
import { useState } from 'react';
import { useAll } from '../sync/use-store.ts';
import type { Refused } from '../sync/send.ts';
import { useWindow } from '../backlog/use-window.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { ChoosePiles } from './ChoosePiles.tsx';
import { ImportForecast } from './ImportForecast.tsx';
import { IssueFileField } from './IssueFileField.tsx';
import type { ReadIssues } from './issue-file.worker.ts';
import { nothingChosen, readChoice } from './pile-choice.ts';
import { startImport } from './run-import.ts';

export interface StartImportProps {
  readonly onClose: () => void;
}

interface ChosenFile {
  readonly name: string;
  readonly content: Extract<ReadIssues, { ok: true }>;
}

export function StartImport({ onClose }: StartImportProps) {
  const teams = useAll('team');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [chosenTeam, setTeam] = useState<string | null>(null);
  const [chosen, setChosen] = useState(nothingChosen);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isStarting, setStarting] = useState(false);
  const teamId = chosenTeam ?? teams[0]?.id;
  const { value: window } = useWindow(teamId);
  const room = Math.max(0, window?.room ?? 0);
  const read = file === null ? null : readChoice(file.content.records, chosen, room);
  const isReady = file !== null && read !== null && read.wrong.length === 0 && teamId !== undefined && !isStarting;
  const start = async () => {
    if (!isReady) return undefined;
    setStarting(true);
    const no = await startImport({ teamId, fileName: file.name, records: file.content.records, choice: read.choice });
    setStarting(false);
    return no === null ? onClose() : setRefused(no);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import issues"
      width="wide"
      onSubmit={() => void start()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" disabled={!isReady}>
            {file === null ? 'Import' : `Import ${file.content.records.length}`}
          </Button>
        </>
      }
    >
      {refused !== null && <ErrorNotice problem={refused.message} />}
      <IssueFileField
        onRead={(name, content) => {
          setChosen(nothingChosen);
          setFile(content === null ? null : { name, content });
        }}
      />
      {file !== null && read !== null && teamId !== undefined && (
        <>
          <p>{file.content.look.sentence}</p>
          <SelectField
            label="Team"
            hint="It finished what is finished, and works on what is in flight."
            value={teamId}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setTeam}
          />
          <ChoosePiles records={file.content.records} chosen={chosen} room={room} onChange={setChosen} />
          <ImportForecast
            wish={{ teamId, fileName: file.name, records: file.content.records, choice: read.choice }}
            piles={read.piles}
            wrong={read.wrong}
            skipped={file.content.skipped.length}
          />
        </>
      )}
    </Dialog>
  );
}
