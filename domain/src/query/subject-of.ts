/** Ideas, stories and tasks as what a query looks at. THE builder: the app's lists and the server's export ask the same of the same. */
import { stageOf } from '../backlog/counted.ts';
import type { Placement } from '../backlog/placement.ts';
import type { Idea } from '../idea/idea.ts';
import { collaboratorsOf } from '../story/collaborators.ts';
import type { Story } from '../story/story.ts';
import type { Task } from '../story/task.ts';
import type { Team } from '../workspace/team.ts';
import { stepOf } from '../workspace/workflow.ts';
import type { QuerySubject } from './query-subject.ts';

type Label = QuerySubject['labels'][number];

/** What is known of an idea beside itself. */
export interface IdeaSurroundings<Known extends Label> {
  /** By name. */
  readonly labels: readonly Known[];
  /** What somebody is called, a member or not; empty for null and for nobody. */
  readonly nameOf: (id: string | null) => string;
}

/** What is known of a story or a task beside itself. */
export interface ItemSurroundings<Known extends Label> extends IdeaSurroundings<Known> {
  /** Undefined while it is not known. */
  readonly team: Team | undefined;
  /** What who has the problem is called, through its merges; empty for nobody and for a task. */
  readonly persona: string;
  readonly criteria: number;
  readonly isReady: boolean;
  readonly isBlocked: boolean;
}

/** A subject whose labels are whatever was given. */
export type SubjectWith<Known extends Label> = QuerySubject & { readonly labels: readonly Known[] };

const ideaStages = { refine: 'refined', merge: 'merged', reject: 'rejected' } as const;
const ideaWords = { parking_lot: 'Parking lot', refined: 'Refined', merged: 'Merged', rejected: 'Rejected' } as const;
const stageOrder: Readonly<Record<QuerySubject['stage'], number>> = {
  parking_lot: 0,
  parked: 50,
  refined: 100,
  refinement: 200,
  todo: 300,
  in_progress: 400,
  done: 500,
  wont_do: 600,
  merged: 700,
  rejected: 800,
};

/** Where an item stands that is in no step any more. */
const endWords: Readonly<Partial<Record<QuerySubject['stage'], string>>> = { wont_do: 'Given up', parked: 'In the parking lot' };

export function ideaSubject<Known extends Label>(idea: Idea, { labels, nameOf }: IdeaSurroundings<Known>): SubjectWith<Known> {
  const stage = idea.decision === null ? 'parking_lot' : ideaStages[idea.decision.kind];
  return {
    id: idea.id,
    type: 'idea',
    handle: idea.handle,
    title: idea.problem,
    words: `${idea.context ?? ''} ${nameOf(idea.suggesterId)}`,
    stage,
    ownerId: null,
    ownerName: '',
    collaborators: [],
    suggesterId: idea.suggesterId,
    teamId: null,
    teamName: '',
    stepId: null,
    standsIn: ideaWords[stage],
    standsOrder: stageOrder[stage],
    size: null,
    persona: '',
    labels,
    isReady: false,
    criteria: 0,
    keptCount: idea.keptCount,
    isBlocked: false,
    isLeaving: false,
    isOver: false,
    verified: null,
    isImported: idea.source !== null,
    createdAt: idea.capturedAt,
    committedAt: null,
    startedAt: null,
    doneAt: null,
    movedAt: idea.decidedAt ?? idea.capturedAt,
  };
}

export function itemSubject<Known extends Label>(
  item: Story | Task,
  placement: Placement,
  { team, persona, criteria, isReady, isBlocked, labels, nameOf }: ItemSurroundings<Known>,
): SubjectWith<Known> {
  const stage = stageOf(placement, team);
  const step = team === undefined ? null : stepOf(team, placement.stepId);
  return {
    id: item.id,
    type: 'need' in item ? 'story' : 'task',
    handle: item.handle,
    title: item.title,
    words: 'need' in item ? `${persona} ${item.need} ${item.benefit}` : item.why,
    stage,
    ownerId: item.ownerId,
    ownerName: nameOf(item.ownerId),
    collaborators: collaboratorsOf(item).map((id) => ({ id, name: nameOf(id) })),
    suggesterId: null,
    teamId: placement.teamId,
    teamName: team?.name ?? '',
    stepId: placement.stepId,
    standsIn: endWords[stage] ?? step?.name ?? (stage === 'done' ? 'Done' : 'Refinement'),
    standsOrder: stageOrder[stage] + (step === null || team === undefined ? 0 : team.steps.indexOf(step)),
    size: item.size,
    persona,
    labels,
    isReady,
    criteria,
    keptCount: 0,
    isBlocked,
    isLeaving: stage === 'refinement' && placement.leavesAt != null,
    isOver: placement.override !== null,
    verified: placement.verified,
    isImported: item.source !== null,
    createdAt: item.createdAt,
    committedAt: placement.committedAt,
    startedAt: placement.startedAt,
    doneAt: placement.doneAt,
    movedAt: placement.enteredStepAt,
  };
}
