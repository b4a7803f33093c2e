// The gate said no: its sentence and figures, and the ways out. Enter takes the one that is chosen.
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { useMe } from '../app/use-me.ts';
import { nameOf, type Team, type Work } from '../story/item.ts';
import { useWorks } from '../story/use-works.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import styles from './CommitDialog.module.css';
import { commitExtras, missingIn, type Way, type WayOut } from './commit-ways.ts';
import { GateFigures } from './GateFigures.tsx';
import { gateNoOf, type GateNo } from './gate-refusal.ts';
import { SwapChoice } from './SwapChoice.tsx';
import { mayGoOver } from './use-may-move.ts';

export interface CommitDialogProps {
  readonly work: Work;
  readonly no: GateNo;
  readonly team: Team;
  readonly onClose: () => void;
}

const titles = { amber: 'goes over the window', red: 'does not fit', declared_over: 'is more than was declared' } as const;
const wayWords: Readonly<Record<Way, string>> = { swap: 'Swap something out', over: 'Go over', reject: 'Reject it' };
const actWords: Readonly<Record<Way, string>> = { swap: 'Swap', over: 'Commit over the window', reject: 'Reject' };

export function CommitDialog({ work, no: first, team, onClose }: CommitDialogProps) {
  const me = useMe();
  const works = useWorks(team.id);
  const [no, setNo] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const mayOver = no.verdict === 'declared_over' || (no.verdict === 'amber' && mayGoOver(me, team));
  const ways: readonly Way[] = [
    ...(no.candidates.length > 0 ? (['swap'] as const) : []),
    ...(mayOver ? (['over'] as const) : []),
    'reject',
  ];
  const [out, setOut] = useState<WayOut>({
    way: ways[0] ?? 'reject',
    leavingId: no.candidates[0]?.itemId ?? null,
    to: 'refinement',
    sentence: '',
  });
  const change = (changed: Partial<WayOut>) => {
    setOut({ ...out, ...changed });
    setMissing(null);
  };
  const name = nameOf(work.item);

  const submit = async () => {
    const lacks = missingIn(out);
    setMissing(lacks);
    if (lacks !== null || sending) return;
    setSending(true);
    const refused = await carryOut(work, team, out, doneWords(work, out, works));
    setSending(false);
    if (refused === null) return onClose();
    const newer = gateNoOf(refused);
    if (newer !== null) setNo(newer);
    setProblem(newer === null ? refused.message : 'The backlog changed meanwhile. These are its figures now.');
  };
  return (
    <Dialog
      open
      width="wide"
      title={`${name} ${titles[no.verdict]}`}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Leave in refinement
          </Button>
          <Button type="submit" variant="primary" keys="Enter" disabled={sending}>
            {actWords[out.way]}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        {problem !== null && <ErrorNotice problem={problem} />}
        <p className={styles.sentence}>{no.sentence}</p>
        <GateFigures no={no} />
        {ways.length > 1 && (
          <SegmentedControl
            label="Way out"
            segments={ways.map((value) => ({ value, label: wayWords[value] }))}
            value={out.way}
            onChange={(way) => change({ way })}
          />
        )}
        {out.way === 'swap' && <SwapChoice candidates={no.candidates} works={works} team={team} out={out} onChange={change} />}
        {(out.way !== 'swap' || out.to === 'rejected') && (
          <TextAreaField
            key={out.way}
            label={out.way === 'over' ? 'Reason' : 'Sentence'}
            hint={hints[out.way]}
            rows={2}
            maxLength={400}
            required
            value={out.sentence}
            error={missing ?? undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void submit();
            }}
            onChange={(event) => change({ sentence: event.target.value })}
          />
        )}
        {out.way === 'swap' && out.to === 'refinement' && missing !== null && <p role="alert">{missing}</p>}
      </div>
    </Dialog>
  );
}

const hints: Readonly<Record<Way, string>> = {
  swap: 'Why it is given up; it stays with the item.',
  over: 'It stays on the meter, with your name, until the backlog is back within the window.',
  reject: 'Why it will not be built; it stays with the item.',
};

function doneWords({ item }: Work, { way, leavingId, to }: WayOut, works: readonly Work[]): string {
  const name = nameOf(item);
  if (way === 'over') return `${name} is committed, over the window.`;
  if (way === 'reject') return `${name} is rejected.`;
  const leaving = works.find(({ id }) => id === leavingId);
  const left = to === 'rejected' ? 'is given up' : 'is back in refinement';
  return `${name} is committed; ${leaving === undefined ? 'the other' : nameOf(leaving.item)} ${left}.`;
}

/** Sends it; answers why it was refused, or null. */
async function carryOut(work: Work, team: Team, out: WayOut, done: string) {
  const sent =
    out.way === 'reject'
      ? await act('backlog.drop', { itemId: work.id, reason: 'no_room', sentence: out.sentence }, { done, quiet: true })
      : await act('backlog.commit', { itemId: work.id, teamId: team.id, ...commitExtras(out) }, { done, quiet: true });
  return 'refused' in sent ? sent : null;
}
