// The release ladder of a flag: who sees its feature now, one press to let more people see it, and one to let fewer.
import { whoSees } from '@shortlist/domain/ladder/who-sees.ts';
import { rungs } from '@shortlist/domain/ladder/rung-words.ts';
import { FlaskConical } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { actNamed } from '../ui/command.ts';
import { ReleaseLadder } from '../ui/signature/ReleaseLadder.tsx';
import { ClimbSchedule } from './ClimbSchedule.tsx';
import { flagCommands } from './flag-commands.ts';
import type { Flag } from './flag-rows.ts';
import { ladderRungs, ladderWords } from './ladder-words.ts';
import styles from './StoryRelease.module.css';
import { useOpenFindings } from './use-open-findings.ts';
import type { FlagActs } from './use-flag-acts.ts';

export function FlagLadder({ flag, acts }: { readonly flag: Flag; readonly acts: FlagActs }) {
  const { environments, mayRelease } = acts;
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const production = environments.filter(({ isProduction }) => isProduction);
  const found = useOpenFindings(flag);
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
        holds={found}
        onMove={mayRelease ? move : undefined}
      />
      <div className={styles.none}>
        <ActButton act={actNamed(flagCommands, 'flag.try', { acts, flags: [flag] })} icon={<FlaskConical size={14} />} />
      </div>
      {flag.rung === 'gradual' && (
        <ClimbSchedule flag={flag} mayRelease={mayRelease && closed === null} onRaise={() => move('gradual')} />
      )}
    </>
  );
}
