// The steps of a team's workflow: renamed where they stand, moved by Alt and arrows or buttons, added, and removed into
// another step of their kind.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useEffect, useRef } from 'react';
import type { Refused } from '../sync/send.ts';
import { editTeam, editTeamTelling } from './edit-team.ts';
import { NewStep } from './NewStep.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { StepRow } from './StepRow.tsx';

type Team = EntityOf<'team'>;
type Step = Team['steps'][number];

const notANumber: Refused = { refused: true, code: 'invalid_input', message: 'A limit is a number from 1 to 99.' };

export function WorkflowEditor({ team }: { readonly team: Team }) {
  const { steps } = team;
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);

  const move = (index: number, by: 1 | -1) => {
    const step = steps[index];
    const target = index + by;
    if (step === undefined || target < 0 || target >= steps.length) return;
    moved.current = step.id;
    void editTeamTelling(team, { steps: steps.toSpliced(index, 1).toSpliced(target, 0, step) }, `${step.name} is moved.`);
  };
  // A row that changes its place loses the focus in some browsers.
  useEffect(() => {
    const row = [...(list.current?.children ?? [])].find((child) => child.getAttribute('data-step') === moved.current);
    moved.current = null;
    if (row !== undefined && !row.contains(document.activeElement)) row.querySelector('input')?.focus();
  }, [steps]);

  const rename = (step: Step, name: string) =>
    editTeam(team, { steps: steps.map((other) => (other.id === step.id ? { ...other, name } : other)) });
  const limit = async (step: Step, typed: string) => {
    const { limit: _before, ...unlimited } = step;
    const count = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
    if (typed !== '' && count === 0) return notANumber;
    const next = typed === '' ? unlimited : { ...step, limit: count };
    return await editTeam(team, { steps: steps.map((other) => (other.id === step.id ? next : other)) });
  };
  const remove = (step: Step, into: Step) =>
    void editTeamTelling(
      team,
      { steps: steps.filter((other) => other.id !== step.id), movedSteps: { [step.id]: into.id } },
      `The step ${step.name} is removed; what stood there is in ${into.name}.`,
    );
  return (
    <SettingsPart
      title="Workflow"
      note="In order. Alt with ↑ or ↓ moves the step you are in. A limit says how many items a step should hold; over it the board warns."
    >
      <ol ref={list} className={styles.rows}>
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={step}
            isFirst={index === 0}
            isLast={index === steps.length - 1}
            targets={steps.filter((other) => other.category === step.category && other.id !== step.id)}
            onRename={(name) => rename(step, name)}
            onLimit={async (typed) => await limit(step, typed)}
            onMove={(by) => move(index, by)}
            onRemove={(into) => remove(step, into)}
          />
        ))}
      </ol>
      <NewStep team={team} />
    </SettingsPart>
  );
}
