// Capture, from anywhere: a small panel that leaves what is behind it usable. Only the problem line is required.
import { lazy, Suspense, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Refused } from '../sync/send.ts';
import { useConnection } from '../sync/use-connection.ts';
import { useView } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { captureDraft, type Person } from './capture.ts';
import styles from './CapturePanel.module.css';
import { DraftMenu } from './DraftMenu.tsx';
import { currentDrafts, keepDraft, newDraft, type Draft } from './drafts.ts';
import { useCapture } from './use-capture.ts';

const LikelyDuplicates = lazy(async () => ({ default: (await import('../search/LikelyDuplicates.tsx')).LikelyDuplicates }));

export function CapturePanel({ onClose }: { readonly onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => currentDrafts()[0] ?? newDraft());
  const [problemError, setProblemError] = useState<string>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const people = usePeople();
  const { state } = useConnection();
  const { open } = useCapture();
  const listId = useId();

  const edit = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    setProblemError(undefined);
    keepDraft(next);
  };
  const show = (next: Draft) => {
    setDraft(next);
    setProblemError(undefined);
    setRefused(null);
  };
  const submit = () => {
    if (draft.problem.trim() === '') {
      setProblemError('Say in a line what is in somebody’s way.');
      return;
    }
    onClose();
    void captureDraft(draft, people, state === 'offline').then((no) => {
      if (no === null) return;
      refusals.set(draft.id, no);
      open();
    });
  };
  useEffect(() => {
    const no = refusals.get(draft.id);
    if (no !== undefined) setRefused(no);
    refusals.delete(draft.id);
  }, [draft.id]);
  useKeys('Capture', [{ keys: '$mod+Enter', label: 'Capture', run: submit }]);
  const enterCaptures = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const field = useRefocus(draft.id);

  return (
    <Dialog
      open
      modal={false}
      onClose={onClose}
      title="Capture"
      onSubmit={submit}
      footer={
        <>
          <DraftMenu current={draft} onChoose={show} />
          <Button type="submit" variant="primary" keys="$mod+Enter">
            Capture
          </Button>
        </>
      }
    >
      {refused !== null && <ErrorNotice problem={refused.message} whatToDo="Your words are kept here." />}
      <div ref={field} className={styles.fields}>
        <TextAreaField
          label="Problem"
          hint="What is in somebody’s way, in a line."
          big
          rows={2}
          maxLength={500}
          focusFirst
          required
          value={draft.problem}
          error={problemError}
          onKeyDown={enterCaptures}
          onChange={(event) => edit({ problem: event.target.value })}
        />
        <TextAreaField
          label="Context"
          hint="One line more: who, when, how often."
          rows={1}
          maxLength={500}
          value={draft.context}
          onKeyDown={enterCaptures}
          onChange={(event) => edit({ context: event.target.value })}
        />
        <TextField
          label="For whom"
          hint="Leave empty if it is yours. They are the one who gets the answer."
          list={listId}
          maxLength={120}
          autoComplete="off"
          value={draft.forWhom}
          onChange={(event) => edit({ forWhom: event.target.value })}
        />
        <datalist id={listId}>
          {people.map((person) => (
            <option key={person.id} value={person.name} />
          ))}
        </datalist>
        {draft.problem.trim().includes(' ') && (
          <Suspense>
            <LikelyDuplicates problem={draft.problem} context={draft.context} />
          </Suspense>
        )}
      </div>
    </Dialog>
  );
}

/** Why a draft came back, until the panel that shows it is open. */
const refusals = new Map<string, Refused>();

function usePeople(): readonly Person[] {
  const people = useView(
    (read) => [...read.all('member').filter((member) => member.removedAt === null), ...read.all('contact')],
    [],
  );
  return useMemo(() => people.toSorted((a, b) => a.name.localeCompare(b.name)), [people]);
}

/** Puts the focus back on the problem when another draft is shown. */
function useRefocus(draftId: string) {
  const field = useRef<HTMLDivElement>(null);
  const shown = useRef(draftId);
  useEffect(() => {
    if (shown.current === draftId) return undefined;
    shown.current = draftId;
    // The menu it was chosen from gives the focus back to its button first.
    const timer = setTimeout(() => field.current?.querySelector('textarea')?.focus());
    return () => clearTimeout(timer);
  }, [draftId]);
  return field;
}
