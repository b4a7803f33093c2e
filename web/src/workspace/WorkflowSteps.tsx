import type { EntityOf } from '@shortlist/domain/entities.ts';
import { Badge } from '../ui/Badge.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { stepCategoryWord } from './step-category-words.ts';

/** The team's steps, for those who may not change them. */
export function WorkflowSteps({ team }: { readonly team: EntityOf<'team'> }) {
  return (
    <SettingsPart title="Workflow">
      <ol className={styles.rows}>
        {team.steps.map((step) => (
          <li key={step.id} className={styles.row}>
            <span className={styles.rowWords}>{step.name}</span>
            <Badge>{stepCategoryWord(step.category)}</Badge>
          </li>
        ))}
      </ol>
    </SettingsPart>
  );
}
