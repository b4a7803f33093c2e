// The acceptance criteria of a story as a tree of three levels. Their numbers stay whatever is moved or removed.
import { environments } from '@shortlist/domain/story/environments.ts';
import { criteriaInOrder, progressOf } from '@shortlist/domain/story/criterion-tree.ts';
import { useMemo, useState } from 'react';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { readPreference, writePreference } from '../ui/preference.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { Section } from '../ui/Section.tsx';
import { criterionCommands, type CriterionContext } from './criterion-commands.ts';
import styles from './CriteriaList.module.css';
import { CriterionRow } from './CriterionRow.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { Criterion, Story } from './item.ts';
import { NewCriterion } from './NewCriterion.tsx';
import { useAimedCriterion } from './use-aimed-criterion.ts';
import { useCriterionDrag } from './use-criterion-drag.ts';

export interface CriteriaListProps {
  readonly story: Story;
  /** All of the story's, in any order. */
  readonly criteria: readonly Criterion[];
  readonly mayEdit: boolean;
}

const environmentWords = environments.map((value) => ({
  value,
  label: <span className={styles.segment}>{value.charAt(0).toUpperCase() + value.slice(1)}</span>,
}));

export function CriteriaList({ story, criteria, mayEdit }: CriteriaListProps) {
  const placed = useMemo(() => criteriaInOrder(criteria), [criteria]);
  const progress = useMemo(() => progressOf(criteria), [criteria]);
  const [environment, setEnvironment] = useState<string>(() => readPreference('environment') ?? 'production');
  const [addingTo, setAddingTo] = useState<Criterion['id'] | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const drag = useCriterionDrag(criteria, mayEdit);
  const aimed = useAimedCriterion(story);
  const contextOf = (criterion: Criterion): CriterionContext => ({
    story,
    criterion,
    criteria,
    environment,
    addPart: () => setAddingTo(criterion.id),
  });
  const meant = criteria.find(({ id }) => id === focused);
  // Offered while one has the focus, and then before the keys of the story around it.
  useCommands(criterionCommands, () => (meant === undefined ? null : contextOf(meant)), {
    active: mayEdit && meant !== undefined,
  });
  const choose = (key: string) => {
    writePreference('environment', key);
    setEnvironment(key);
  };
  const noteFocus = (target: EventTarget | null) =>
    setFocused(target instanceof Element ? (target.closest('[data-criterion]')?.getAttribute('data-criterion') ?? null) : null);
  return (
    <Section
      label="Acceptance criteria"
      className={styles.criteria}
      data-field="criterion"
      heading={
        <FieldLabel field="criterion" mayEdit={mayEdit}>
          Acceptance criteria
        </FieldLabel>
      }
      count={
        criteria.length > 0 &&
        (progress === null ? criteria.length : `${progress.passed} of ${progress.total} passed in ${progress.environment}`)
      }
      action={
        criteria.length > 0 && (
          <SegmentedControl label="Verified in" segments={environmentWords} value={environment} onChange={choose} />
        )
      }
    >
      {placed.length > 0 && (
        <ol
          className={styles.list}
          onFocus={(event) => noteFocus(event.target)}
          onBlur={(event) => noteFocus(event.relatedTarget)}
        >
          {placed.map(({ criterion, level, hasParts }) => (
            <CriterionRow
              key={criterion.id}
              context={contextOf(criterion)}
              level={level}
              hasParts={hasParts}
              isAimed={criterion.number === aimed}
              mayEdit={mayEdit}
              drag={drag}
            >
              {addingTo === criterion.id && (
                <NewCriterion
                  story={story}
                  parentId={criterion.id}
                  placeholder={`What is part of AC-${criterion.number}?`}
                  onClose={() => setAddingTo(null)}
                />
              )}
            </CriterionRow>
          ))}
        </ol>
      )}
      {criteria.length === 0 && !mayEdit && <p className={styles.quiet}>None yet.</p>}
      {mayEdit && (
        <div className={criteria.length === 0 ? undefined : styles.adding}>
          <NewCriterion
            story={story}
            parentId={null}
            placeholder={criteria.length === 0 ? 'What can be seen when it works?' : 'Add another'}
          />
        </div>
      )}
      <FieldPresence field="criterion" />
    </Section>
  );
}
