// The release ladder of a flag: who sees its feature now, one press to let more people see it, and one to let fewer.
import { whoSees } from '@shortlist/domain/ladder/who-sees.ts';
import { rungs } from '@shortlist/domain/ladder/rung-words.ts';
import { useSyncExternalStore } from 'react';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { ReleaseLadder } from '../ui/signature/ReleaseLadder.tsx';
import { ClimbSchedule } from './ClimbSchedule.tsx';
import type { Flag } from './flag-rows.ts';
import { ladderRungs, ladderWords } from './ladder-words.ts';
import type { FlagActs } from './use-flag-acts.ts';

export function FlagLadder({ flag, acts }: { readonly flag: Flag; readonly acts: FlagActs }) {
  const { environments, mayRelease } = acts;
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const production = environments.filter(({ isProduction }) => isProduction);
  const closed = production.map((one) => acts.refusalIn(flag, one)).find((refusal) => refusal !== null) ?? null;
  const move = (id: string) => {
    const rung = rungs.find((one) => one === id);
    if (rung !== undefined) void acts.moveTo(flag, rung);
  };
  return (
    <>
      <ReleaseLadder
        rungs={ladderRungs}
        current={flag.rung}
        sentence={whoSees(flag, environments, new Date(now).toISOString())}
        words={ladderWords}
        isMoving={acts.isMoving}
        cannotClimb={closed}
        onMove={mayRelease ? move : undefined}
      />
      {flag.rung === 'gradual' && (
        <ClimbSchedule flag={flag} mayRelease={mayRelease && closed === null} onRaise={() => move('gradual')} />
      )}
    </>
  );
}
