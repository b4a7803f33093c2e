// The release ladder of a story: who sees its feature now, one press to let more people see it, and one to let fewer.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { rungs, type Rung } from '@shortlist/domain/ladder/rung-words.ts';
import { whoSees } from '@shortlist/domain/ladder/who-sees.ts';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { act, notifyRefused } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useAll, useEntity } from '../sync/use-store.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { ReleaseLadder } from '../ui/signature/ReleaseLadder.tsx';
import { StoryCleanUp } from '../removal/StoryCleanUp.tsx';
import { ClimbDialog } from './ClimbDialog.tsx';
import { ClimbSchedule } from './ClimbSchedule.tsx';
import { ladderRungs, ladderWords, rungLabel } from './ladder-words.ts';
import styles from './StoryRelease.module.css';
import { WithoutFlag } from './WithoutFlag.tsx';

export function StoryRelease({ storyId }: { readonly storyId: string }) {
  const flags = useAll('flag');
  const flag = flags.find((one) => one.storyIds.some((id) => id === storyId));
  const mayRelease = useMay('release');
  const goesWithout = useEntity('story', storyId)?.noFlag != null;
  if (flag === undefined && !goesWithout && !mayRelease) return null;
  return (
    <section className={styles.release} aria-labelledby={`release-${storyId}`}>
      <h3 id={`release-${storyId}`} className={styles.heading}>
        Release
        {flag !== undefined && <code className={styles.key}>{flag.key}</code>}
      </h3>
      {flag === undefined ? (
        <WithoutFlag storyId={storyId} mayRelease={mayRelease} />
      ) : (
        <FlagLadder flag={flag} mayRelease={mayRelease} />
      )}
      {flag !== undefined && flag.cleanUp !== null && <StoryCleanUp flag={flag} storyId={storyId} />}
    </section>
  );
}

function FlagLadder({ flag, mayRelease }: { readonly flag: EntityOf<'flag'>; readonly mayRelease: boolean }) {
  const environments = useAll('environment');
  const ordered = useMemo(() => environments.toSorted((a, b) => a.position - b.position), [environments]);
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const [climbing, setClimbing] = useState<{ rung: Rung; guard: string | null } | null>(null);
  const [isMoving, setMoving] = useState(false);

  const move = async (rung: Rung) => {
    const isUp = flag.rung === 'custom' || rungs.indexOf(rung) > rungs.indexOf(flag.rung);
    if (isUp && (rung === 'beta' || rung === 'gradual')) return setClimbing({ rung, guard: null });
    setMoving(true);
    const told = { quiet: isUp, canUndo: false, done: `${flag.key} is on ${rungLabel(rung)}.` };
    const input = { flagKey: flag.key, rung };
    const sent = isUp ? await act('ladder.climb', input, told) : await act('ladder.stepDown', input, told);
    setMoving(false);
    if (!isUp || !('refused' in sent)) return;
    // A guard can be overridden with a reason; anything else is said, and nothing more can be done here.
    if (sent.code === 'not_ready') setClimbing({ rung, guard: sent.message });
    else notifyRefused(sent);
  };

  return (
    <>
      <ReleaseLadder
        rungs={ladderRungs}
        current={flag.rung}
        sentence={whoSees(flag, ordered, new Date(now).toISOString())}
        words={ladderWords}
        isMoving={isMoving}
        onMove={mayRelease ? (id) => void moveTo(id, move) : undefined}
      />
      {flag.rung === 'gradual' && (
        <ClimbSchedule flag={flag} mayRelease={mayRelease} onRaise={() => setClimbing({ rung: 'gradual', guard: null })} />
      )}
      {climbing !== null && (
        <ClimbDialog flag={flag} rung={climbing.rung} guard={climbing.guard} onClose={() => setClimbing(null)} />
      )}
    </>
  );
}

async function moveTo(id: string, move: (rung: Rung) => Promise<void>): Promise<void> {
  const rung = rungs.find((one) => one === id);
  if (rung !== undefined) await move(rung);
}
