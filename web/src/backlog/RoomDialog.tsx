// Refinement is full: its sentence, and what leaves first. Enter takes what is chosen, and then does what was wanted.
import { useMemo, useState } from 'react';
import { isInRefinement } from '@shortlist/domain/backlog/counted.ts';
import { actAll, type Call } from '../app/notify.ts';
import { said, type Team, type Work } from '../story/item.ts';
import { missingInShort } from '../story/readiness-words.ts';
import { useWorks } from '../story/use-works.ts';
import { useEntity } from '../sync/use-store.ts';
import type { Refused } from '../sync/send.ts';
import { Badge } from '../ui/Badge.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { LeavingChoice } from './LeavingChoice.tsx';
import { roomNoOf, type RoomAsked } from './make-room.ts';
import { leavingFirst, leavingNeeded, missingInRoom, type RoomOut, type RoomWay } from './room-ways.ts';
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
  // As it stands by now: others go on working while this is asked.
  const needed = leavingNeeded({ held: leaving.length, k: no.k }, asked.coming);
  const first: RoomOut = {
    way: ways[0] ?? 'park',
    leavingIds: leaving.slice(0, needed).map(({ id }) => id),
    sentence: '',
  };
  const lacks = (chosen: RoomOut) => missingInRoom(chosen, needed);
  const form = useWayOut(first, lacks, async (chosen) => {
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
      figures={
        ways.length === 0 ? (
          <p>Only members of {team.name} say what leaves its refinement. Ask one of them.</p>
        ) : (
          asked.coming > 1 && <p>{comingWords(asked.coming, needed)}</p>
        )
      }
      ways={ways}
      wayWords={wayWords}
      choice={
        out.way !== 'over' && (
          <LeavingChoice
            leaving={leaving.map((work) => ({ work, note: <LeavingNote work={work} /> }))}
            values={out.leavingIds}
            several={needed > 1 || out.leavingIds.length > 1}
            onChange={(leavingIds) => change({ leavingIds })}
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

function comingWords(coming: number, needed: number): string {
  return `${coming} items come in, so ${needed} ${needed === 1 ? 'leaves' : 'leave'} first.`;
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
  { way, leavingIds, sentence }: RoomOut,
  leaving: readonly Work[],
): Promise<Refused | null> {
  const line = sentence.replace(/\s+/g, ' ').trim();
  if (way === 'over') return await asked.again(line, null);
  const works = leaving.filter(({ id }) => leavingIds.includes(id));
  const {
    asked: [stays],
    done: made,
  } = await actAll(
    works.map(({ id }): Call<'backlog.park' | 'backlog.drop'> =>
      way === 'park'
        ? { name: 'backlog.park', input: { itemId: id } }
        : { name: 'backlog.drop', input: { itemId: id, reason: 'no_room', sentence: line } },
    ),
    (count) => said(works, count, way === 'park' ? 'is back in the parking lot' : 'is rejected'),
    { isAsked: () => true },
  );
  return stays?.refused ?? (await asked.again(null, made));
}
