// Rules that somebody else changed while a draft of them was edited: what they changed, and whose are to stand.
import { configDifferences } from '@shortlist/domain/flag/flag-diff.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { Button } from '../ui/Button.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import type { Environment, Flag } from './flag-rows.ts';
import type { KeptDraft, RulesDraft } from './rules-draft.ts';
import styles from './RulesEditor.module.css';
import { useSegmentNames } from './use-flag-names.ts';

export interface RulesOvertakenProps {
  readonly flag: Flag;
  readonly kept: KeptDraft;
  readonly now: RulesDraft;
  readonly environment: Environment;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Somebody else changed the same rules since this draft began. */
export function RulesOvertaken({ flag, kept, now, environment, onMine, onTheirs }: RulesOvertakenProps) {
  const who = usePersonName(flag.lastMove?.byId) ?? 'Somebody';
  const names = useSegmentNames();
  return (
    <div role="alert" className={styles.overtaken}>
      <p>
        {who} changed the rules of {environment.name} while you edited them. Your draft is as you left it.
      </p>
      <DifferenceList
        differences={configDifferences({ ...kept.base, version: 0 }, { ...now, version: 0 }, environment.name, names)}
        hideWhere
      />
      <div className={styles.acts}>
        <Button size="small" onClick={onMine}>
          Keep mine, over theirs
        </Button>
        <Button size="small" onClick={onTheirs}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}
