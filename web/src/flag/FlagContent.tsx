// All there is about a flag, in a panel or on a page.
import { act } from '../app/notify.ts';
import { EditableLine } from '../app/EditableLine.tsx';
import { FlagTryers } from '../trying/FlagTryers.tsx';
import type { Flag } from './flag-rows.ts';
import styles from './FlagContent.module.css';
import { FlagEnvironments } from './FlagEnvironments.tsx';
import { FlagAsks } from './FlagAsks.tsx';
import { FlagExclusions } from './FlagExclusions.tsx';
import { FlagExplain } from './FlagExplain.tsx';
import { FlagFacts } from './FlagFacts.tsx';
import { FlagFigures } from './FlagFigures.tsx';
import { FlagHistory } from './FlagHistory.tsx';
import { FlagLadder } from './FlagLadder.tsx';
import { FlagVariants } from './FlagVariants.tsx';
import type { FlagActs } from './use-flag-acts.ts';
import type { OpenedFlag } from './use-opened-flag.ts';

export interface FlagContentProps {
  readonly flag: Flag;
  readonly opened: OpenedFlag;
}

export function FlagContent({ flag, opened }: FlagContentProps) {
  const { acts } = opened;
  return (
    <div className={styles.content}>
      {acts.mayRelease ? (
        <EditableLine
          label="Title"
          look="title"
          value={flag.title}
          maxLength={200}
          required="A flag needs a title."
          onSave={(title) => act('flag.edit', { key: flag.key, title })}
        />
      ) : (
        <h2 className={styles.title}>{flag.title}</h2>
      )}
      <div className={styles.top}>
        <FlagFacts flag={flag} acts={acts} />
        <section className={styles.part} aria-label="Release">
          <h2 className={styles.heading}>Release</h2>
          <FlagLadder flag={flag} acts={acts} />
        </section>
      </div>
      <FlagEnvironments flag={flag} opened={opened} />
      {acts.mayRelease ? (
        <FlagTryers flag={flag} environments={acts.environments}>
          <Lower flag={flag} acts={acts} />
        </FlagTryers>
      ) : (
        <Lower flag={flag} acts={acts} />
      )}
    </div>
  );
}

/** What stands below those who try it: the parts that are asked for come one after the other from above. */
function Lower({ flag, acts }: { readonly flag: Flag; readonly acts: FlagActs }) {
  return (
    <>
      <div className={styles.pair}>
        <FlagVariants flag={flag} mayRelease={acts.mayRelease} />
        <FlagExclusions flag={flag} mayRelease={acts.mayRelease} />
      </div>
      <FlagExplain flag={flag} environments={acts.environments} />
      <FlagFigures flag={flag} environments={acts.environments}>
        <FlagAsks flag={flag} />
        <FlagHistory flag={flag} mayRelease={acts.mayRelease} />
      </FlagFigures>
    </>
  );
}
