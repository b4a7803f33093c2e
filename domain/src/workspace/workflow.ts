/** Workflow constants and questions about a team's steps. No schemas: the browser reads this file. */
import type { Team, WorkflowStep } from './team.ts';

export const stepCategories = ['todo', 'in_progress', 'done', 'wont_do'] as const;
export type StepCategory = (typeof stepCategories)[number];

/** The workflow of a new team. */
export const defaultSteps: readonly WorkflowStep[] = [
  { id: 'committed', name: 'Committed', category: 'todo' },
  { id: 'design', name: 'Design', category: 'in_progress' },
  { id: 'building', name: 'Building', category: 'in_progress' },
  { id: 'review', name: 'Review', category: 'in_progress' },
  { id: 'verifying', name: 'Verifying', category: 'in_progress' },
  { id: 'done', name: 'Done', category: 'done' },
  { id: 'wont_do', name: 'Won’t do', category: 'wont_do' },
];

export function stepOf(team: Team, stepId: string | null): WorkflowStep | null {
  return team.steps.find((step) => step.id === stepId) ?? null;
}

/** The first step of a category; every workflow has one of each (held by `team.edit`). */
export function firstStep(team: Team, category: StepCategory): WorkflowStep {
  const step = team.steps.find((candidate) => candidate.category === category);
  if (step === undefined) throw new Error(`team ${team.key} has no ${category} step`);
  return step;
}
