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
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { LeavingChoice } from './LeavingChoice.tsx';
import { roomNoOf, type RoomAsked } from './make-room.ts';
import { leavingFirst, missingInRoom, type RoomOut, type RoomWay } from './room-ways.ts';
import { useMayMove } from './use-may-move.ts';
import { useWayOut } from './use-way-out.ts';
import { WayOutDialog } from './WayOutDialog.tsx';

const wayWords: Readonly<Record<RoomWay, string>> = {
  park: 'Back to the parking lot',
  reject: 'Reject it',
  over: 'Go over',
};
const hints: Readonly<Record<Exclude<RoomWay, 'park'>, string>> = {
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
  const ways: readonly RoomWay[] = [
    ...(mayMove ? (['park', 'reject'] as const) : []),
    ...(no.verdict === 'declared_over' ? (['over'] as const) : []),
  ];
  const first: RoomOut = { way: ways[0] ?? 'park', leavingId: leaving[0]?.id ?? null, sentence: '' };
  const form = useWayOut(first, missingInRoom, async (chosen) => {
    const refused = await carryOut(asked, chosen, leaving);
    if (refused === null) return null;
    const newer = roomNoOf(refused);
    if (newer !== null) setNo(newer);
    return newer === null ? refused.message : 'Refinement changed meanwhile. These are its figures now.';
  });
  const { out, change } = form;
  return (
    <WayOutDialog
      form={form}
      title={no.verdict === 'full' ? 'Refinement is full' : 'Refinement holds more than was declared'}
      sentence={no.sentence}
      figures={ways.length === 0 && <p>Only members of {team.name} say what leaves its refinement. Ask one of them.</p>}
      ways={ways}
      wayWords={wayWords}
      choice={
        out.way !== 'over' && (
          <LeavingChoice
            leaving={leaving.map((work) => ({ work, note: <LeavingNote work={work} /> }))}
            value={out.leavingId}
            onChange={(leavingId) => change({ leavingId })}
          />
        )
      }
      hint={out.way === 'park' ? null : hints[out.way]}
      sentenceLabel={out.way === 'over' ? 'Reason' : 'Sentence'}
      submitLabel={out.way === 'over' ? 'Go over' : 'Make room'}
      cancelLabel="Leave it as it is"
      onCancel={asked.close}
    />
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
