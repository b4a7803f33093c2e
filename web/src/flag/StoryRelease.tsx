// The release of a story: its flag's ladder, the short one of a story that goes without a flag, or the way to either.
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { itemHref } from '../app/use-open-item.ts';
import { StoryCleanUp } from '../removal/StoryCleanUp.tsx';
import { useEntity } from '../sync/use-store.ts';
import { isInList } from '../ui/is-in-list.ts';
import { useCommands } from '../ui/use-commands.ts';
import { FlagDialogs } from './FlagDialogs.tsx';
import { FlagLadder } from './FlagLadder.tsx';
import { useFlagOfStory, type Flag } from './flag-rows.ts';
import { releaseCommands } from './release-commands.ts';
import styles from './StoryRelease.module.css';
import { useFlagActs, type FlagActs } from './use-flag-acts.ts';
import { WithoutFlag } from './WithoutFlag.tsx';

export function StoryRelease({ storyId }: { readonly storyId: string }) {
  const flag = useFlagOfStory(storyId);
  const acts = useFlagActs();
  const goesWithout = useEntity('story', storyId)?.noFlag != null;
  if (flag === undefined && !goesWithout && !acts.mayRelease) return null;
  return (
    <section className={styles.release} aria-labelledby={`release-${storyId}`}>
      <h3 id={`release-${storyId}`} className={styles.heading}>
        Release
        {flag !== undefined && (
          <a href={itemHref(flagHandle(flag.key))} className={styles.key}>
            {flag.key}
          </a>
        )}
      </h3>
      {flag === undefined ? <WithoutFlag storyId={storyId} mayRelease={acts.mayRelease} /> : <Released flag={flag} acts={acts} />}
      {flag !== undefined && flag.cleanUp !== null && <StoryCleanUp flag={flag} storyId={storyId} />}
    </section>
  );
}

function Released({ flag, acts }: { readonly flag: Flag; readonly acts: FlagActs }) {
  // A list beside it that has the focus keeps its own keys.
  useCommands(releaseCommands, () => (isInList() ? null : { acts, flag }));
  return (
    <>
      <FlagLadder flag={flag} acts={acts} />
      <FlagDialogs acts={acts} />
    </>
  );
}
