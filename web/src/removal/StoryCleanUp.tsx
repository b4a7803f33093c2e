// What is left to do on a story that everybody has: its flag's way out of the code.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { actsOf } from '../ui/command.ts';
import { perform } from '../ui/questions.ts';
import styles from './CleanUp.module.css';
import { DueDay } from './DueDay.tsx';
import { removalCommands } from './removal-commands.ts';
import { placeText, stateWords } from './removal-words.ts';
import { useCleanUps } from './use-clean-ups.ts';
import { useRemovalContext } from './use-removal-context.ts';

const shown = 5;

export function StoryCleanUp({ flag, storyId }: { readonly flag: EntityOf<'flag'>; readonly storyId: string }) {
  const { value } = useCleanUps(storyId);
  const contextOf = useRemovalContext();
  const owner = usePersonName(flag.cleanUp?.ownerId);
  const cleanUp = value?.items.find((one) => one.flag.key === flag.key);
  if (flag.cleanUp === null) return null;
  const context = cleanUp === undefined ? null : contextOf({ ...cleanUp, flag });
  const words = cleanUp === undefined ? null : stateWords[cleanUp.state];
  return (
    <div role="group" aria-label="To clean up" className={styles.note}>
      <p className={styles.line}>
        <strong>To clean up</strong>
        {words !== null && <Badge tone={words.tone}>{words.word}</Badge>}
        <span className={styles.quiet}>
          {owner ?? 'Nobody'}, by <DueDay day={flag.cleanUp.dueDay} />
        </span>
      </p>
      {words !== null && <p>{words.todo}</p>}
      {cleanUp !== undefined && cleanUp.places.length > 0 && (
        <ul aria-label="Where it stands" className={styles.places}>
          {cleanUp.places.slice(0, shown).map((place) => (
            <li key={`${place.repository} ${placeText(place)}`}>{placeText(place)}</li>
          ))}
        </ul>
      )}
      {context !== null && (
        <div className={styles.line}>
          {actsOf(removalCommands, context).map((act) => (
            // Without its key, which is the list's: here the keys are the story's.
            <Button
              key={act.id}
              size="small"
              variant={act.id === 'removal.permanent' ? 'primary' : 'quiet'}
              onClick={() => perform(act)}
            >
              {act.name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
