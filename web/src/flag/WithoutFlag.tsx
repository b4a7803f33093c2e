// A story that has no flag yet, or goes without one for a reason: then its ladder has two rungs.
import { shortRungs } from '@shortlist/domain/ladder/rung-words.ts';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { useEntity } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { actsOf } from '../ui/command.ts';
import { perform } from '../ui/questions.ts';
import { ReleaseLadder } from '../ui/signature/ReleaseLadder.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { ladderWords, shortLadderRungs } from './ladder-words.ts';
import { NoFlagDialog } from './NoFlagDialog.tsx';
import { noFlagCommands, type NoFlagContext } from './no-flag-commands.ts';
import styles from './StoryRelease.module.css';

export function WithoutFlag({ storyId, mayRelease }: { readonly storyId: string; readonly mayRelease: boolean }) {
  const story = useEntity('story', storyId);
  const [isAsking, setAsking] = useState(false);
  const by = usePersonName(story?.noFlag?.byId);
  const noFlag = story?.noFlag ?? null;
  const move = (rung: (typeof shortRungs)[number]) =>
    void act(
      'ladder.moveWithout',
      { itemId: storyId, rung },
      { done: rung === 'everyone' ? 'Everyone has it.' : 'Nobody has it any more.' },
    );
  const context: NoFlagContext = {
    title: story?.handle ?? '',
    noFlag,
    mayRelease,
    create: () =>
      void act(
        'flag.create',
        { storyId },
        { canUndo: false, done: ({ key }) => `The flag ${key} is made, and switched off everywhere.` },
      ),
    goWithout: () => setAsking(true),
    takeBack: () => void act('ladder.goWithout', { itemId: storyId, reason: null }, { done: 'It needs a flag after all.' }),
    move,
  };
  useCommands(noFlagCommands, () => context);
  return (
    <>
      {noFlag === null ? (
        <p className={styles.quiet}>No flag switches it on yet.</p>
      ) : (
        <ReleaseLadder
          rungs={shortLadderRungs}
          current={noFlag.rung}
          sentence={`${noFlag.rung === 'off' ? 'Nobody has it yet' : `Everybody has it, released by ${by ?? 'a deployment'}`}. No flag, because: ${noFlag.reason}`}
          words={ladderWords}
          onMove={
            mayRelease
              ? (id) => {
                  const rung = shortRungs.find((one) => one === id);
                  if (rung !== undefined) move(rung);
                }
              : undefined
          }
        />
      )}
      <div className={styles.none}>
        {actsOf(noFlagCommands, context)
          .filter(({ id }) => !id.startsWith('without_flag.move'))
          .map((one) => (
            <Button key={one.id} size="small" keys={one.keys[0]} onClick={() => perform(one)}>
              {one.name}
            </Button>
          ))}
      </div>
      {isAsking && <NoFlagDialog storyId={storyId} reason={noFlag?.reason ?? ''} onClose={() => setAsking(false)} />}
    </>
  );
}
