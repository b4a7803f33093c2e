// Refinement is full: its sentence, and what leaves first. Enter takes what is chosen, and then does what was wanted.
import { useMemo, useState } from 'react';
import { isInRefinement } from '@shortlist/domain/backlog/counted.ts';
import { act } from '../app/notify.ts';
import { nameOf, type Team, type Work } from '../story/item.ts';
import { missingInShort } from '../story/readiness-words.ts';
import { useWorks } from '../story/use-works.ts';
import { useEntity } from '../sync/use-store.ts';
import type { Refused } from '../sync/send.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import styles from './CommitDialog.module.css';
import { LeavingChoice } from './LeavingChoice.tsx';
import { roomNoOf, type RoomAsked } from './make-room.ts';
import { leavingFirst, missingInRoom, type RoomOut, type RoomWay } from './room-ways.ts';
import { useMayMove } from './use-may-move.ts';

const wayWords: Readonly<Record<RoomWay, string>> = {
  park: 'Back to the parking lot',
  reject: 'Reject it',
  over: 'Go over',
};
const hints: Readonly<Record<RoomWay, string>> = {
  park: '',
  reject: 'Why it will not be built; it stays with the item.',
  over: 'It stays with the item, with your name.',
};

export function RoomDialog({ asked }: { readonly asked: RoomAsked }) {
  const team = useEntity('team', asked.teamId);
  return team === undefined ? null : <TeamRoomDialog asked={asked} team={team} />;
}

function TeamRoomDialog({ asked, team }: { readonly asked: RoomAsked; readonly team: Team }) {
  const mayMove = useMayMove(team);
  const works = useWorks(team.id);
  const leaving = useMemo(() => leavingFirst(works.filter(({ placement }) => isInRefinement(placement))), [works]);
  const [no, setNo] = useState(asked.no);
  const [problem, setProblem] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const ways: readonly RoomWay[] = [
    ...(mayMove ? (['park', 'reject'] as const) : []),
    ...(no.verdict === 'declared_over' ? (['over'] as const) : []),
  ];
  const [out, setOut] = useState<RoomOut>({ way: ways[0] ?? 'park', leavingId: leaving[0]?.id ?? null, sentence: '' });
  const change = (changed: Partial<RoomOut>) => {
    setOut({ ...out, ...changed });
    setMissing(null);
  };
  const submit = async () => {
    const lacks = missingInRoom(out);
    setMissing(lacks);
    if (lacks !== null || sending || ways.length === 0) return;
    setSending(true);
    const refused = await carryOut(asked, out, leaving);
    setSending(false);
    if (refused === null) return;
    const newer = roomNoOf(refused);
    if (newer !== null) setNo(newer);
    setProblem(newer === null ? refused.message : 'Refinement changed meanwhile. These are its figures now.');
  };
  return (
    <Dialog
      open
      width="wide"
      title={no.verdict === 'full' ? 'Refinement is full' : 'Refinement holds more than was declared'}
      onClose={asked.close}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={asked.close}>
            Leave it as it is
          </Button>
          {ways.length > 0 && (
            <Button type="submit" variant="primary" keys="Enter" disabled={sending}>
              {out.way === 'over' ? 'Go over' : 'Make room'}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.content}>
        {problem !== null && <ErrorNotice problem={problem} />}
        <p className={styles.sentence}>{no.sentence}</p>
        {ways.length === 0 && <p>Only members of {team.name} say what leaves its refinement. Ask one of them.</p>}
        {ways.length > 1 && (
          <SegmentedControl
            label="Way out"
            segments={ways.map((value) => ({ value, label: wayWords[value] }))}
            value={out.way}
            onChange={(way) => change({ way })}
          />
        )}
        {out.way !== 'over' && ways.length > 0 && (
          <LeavingChoice
            leaving={leaving.map((work) => ({ work, note: <LeavingNote work={work} /> }))}
            value={out.leavingId}
            onChange={(leavingId) => change({ leavingId })}
          />
        )}
        {out.way !== 'park' && ways.length > 0 && (
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
        {out.way === 'park' && missing !== null && <p role="alert">{missing}</p>}
      </div>
    </Dialog>
  );
}

function LeavingNote({ work: { readiness, placement } }: { readonly work: Work }) {
  return (
    <>
      {readiness.ready ? <Badge tone="good">Ready</Badge> : <Badge>{missingInShort(readiness)}</Badge>}{' '}
      <RelativeTime time={placement.enteredStepAt} look="short" />
    </>
  );
}

/** Makes room, then does what was refused; answers why one of the two was refused, or null. */
async function carryOut(
  asked: RoomAsked,
  { way, leavingId, sentence }: RoomOut,
  leaving: readonly Work[],
): Promise<Refused | null> {
  const line = sentence.replace(/\s+/g, ' ').trim();
  const work = leaving.find(({ id }) => id === leavingId);
  if (way === 'over') return await asked.again(line);
  if (work === undefined) return null;
  const done = way === 'park' ? `${nameOf(work.item)} is back in the parking lot.` : `${nameOf(work.item)} is rejected.`;
  const left =
    way === 'park'
      ? await act('backlog.park', { itemId: work.id }, { done, quiet: true })
      : await act('backlog.drop', { itemId: work.id, reason: 'no_room', sentence: line }, { done, quiet: true });
  return 'refused' in left ? left : await asked.again(null);
}
