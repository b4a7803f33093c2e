// The steps that a gradual release still has before it, and the way to stop it or let it go on.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { actsOf } from '../ui/command.ts';
import { perform } from '../ui/questions.ts';
import { climbCommands, type ClimbContext } from './climb-commands.ts';
import styles from './StoryRelease.module.css';

export interface ClimbScheduleProps {
  readonly flag: EntityOf<'flag'>;
  readonly mayRelease: boolean;
  readonly onRaise: () => void;
}

export function ClimbSchedule({ flag, mayRelease, onRaise }: ClimbScheduleProps) {
  const { steps, pause } = flag.ladder;
  const context: ClimbContext = {
    flag,
    mayRelease,
    raise: onRaise,
    halt: (reason) => void act('ladder.halt', { flagKey: flag.key, reason }, { done: `The climb of ${flag.key} is halted.` }),
    resume: () => void act('ladder.resume', { flagKey: flag.key }, { done: `${flag.key} climbs on.` }),
  };
  useCommands(climbCommands, () => context);
  return (
    <>
      {steps.length > 0 && (
        <ol className={styles.steps} aria-label={pause === undefined ? 'Steps to come' : 'Steps that wait'}>
          {steps.map(({ at, percent }) => (
            <li key={at}>
              {percent >= 100 ? 'Everyone' : `${percent} %`} <time dateTime={at}>{dayWords(at)}</time>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.none}>
        {actsOf(climbCommands, context).map((one) => (
          <Button key={one.id} size="small" onClick={() => perform(one)}>
            {one.name}
          </Button>
        ))}
      </div>
    </>
  );
}

function dayWords(at: string): string {
  return new Date(at).toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
