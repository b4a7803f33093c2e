// The gate said no: its sentence and figures, and the ways out. Enter takes the one that is chosen.
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { useMe } from '../app/use-me.ts';
import { nameOf, type Team, type Work } from '../story/item.ts';
import { useWorks } from '../story/use-works.ts';
import { commitExtras, missingIn, type Way, type WayOut } from './commit-ways.ts';
import { GateFigures } from './GateFigures.tsx';
import { gateNoOf, type GateNo } from './gate-refusal.ts';
import { SwapChoice } from './SwapChoice.tsx';
import { mayGoOver } from './use-may-move.ts';
import { useWayOut } from './use-way-out.ts';
import { WayOutDialog } from './WayOutDialog.tsx';

export interface CommitDialogProps {
  readonly work: Work;
  readonly no: GateNo;
  readonly team: Team;
  readonly onClose: () => void;
}

const titles = { amber: 'goes over the window', red: 'does not fit', declared_over: 'is more than was declared' } as const;
const wayWords: Readonly<Record<Way, string>> = { swap: 'Swap something out', over: 'Go over', reject: 'Reject it' };
const actWords: Readonly<Record<Way, string>> = { swap: 'Swap', over: 'Commit over the window', reject: 'Reject' };

export function CommitDialog({ work, no: told, team, onClose }: CommitDialogProps) {
  const me = useMe();
  const works = useWorks(team.id);
  const [no, setNo] = useState(told);
  const mayOver = no.verdict === 'declared_over' || (no.verdict === 'amber' && mayGoOver(me, team));
  const ways: readonly Way[] = [
    ...(no.candidates.length > 0 ? (['swap'] as const) : []),
    ...(mayOver ? (['over'] as const) : []),
    'reject',
  ];
  const first: WayOut = {
    way: ways[0] ?? 'reject',
    leavingId: no.candidates[0]?.itemId ?? null,
    to: 'refinement',
    sentence: '',
  };
  const form = useWayOut(first, missingIn, async (chosen) => {
    const refused = await carryOut(work, team, chosen, doneWords(work, chosen, works));
    if (refused === null) {
      onClose();
      return null;
    }
    const newer = gateNoOf(refused);
    if (newer !== null) setNo(newer);
    return newer === null ? refused.message : 'The backlog changed meanwhile. These are its figures now.';
  });
  const { out, change } = form;
  return (
    <WayOutDialog
      form={form}
      title={`${nameOf(work.item)} ${titles[no.verdict]}`}
      sentence={no.sentence}
      figures={<GateFigures no={no} />}
      ways={ways}
      wayWords={wayWords}
      choice={
        out.way === 'swap' && <SwapChoice candidates={no.candidates} works={works} team={team} out={out} onChange={change} />
      }
      hint={out.way === 'swap' && out.to === 'refinement' ? null : hints[out.way]}
      sentenceLabel={out.way === 'over' ? 'Reason' : 'Sentence'}
      submitLabel={actWords[out.way]}
      cancelLabel="Leave in refinement"
      onCancel={onClose}
    />
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
