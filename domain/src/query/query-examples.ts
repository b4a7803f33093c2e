/** Subjects and a context for tests; what is not given is filled in. */
import type { QueryContext, QuerySubject } from './query-subject.ts';

export function aSubject(given: Partial<QuerySubject> = {}): QuerySubject {
  return {
    id: given.handle ?? 'sto_1',
    type: 'story',
    handle: 'STORY-1',
    title: 'A title',
    words: '',
    stage: 'refinement',
    ownerId: null,
    ownerName: '',
    collaborators: [],
    suggesterId: null,
    teamId: 'team_web',
    teamName: 'Web',
    stepId: null,
    standsIn: 'Refinement',
    standsOrder: 2,
    size: null,
    persona: '',
    labels: [],
    isReady: false,
    criteria: 0,
    keptCount: 0,
    isBlocked: false,
    isLeaving: false,
    isOver: false,
    verified: null,
    isImported: false,
    createdAt: '2026-11-01T08:00:00.000Z',
    committedAt: null,
    startedAt: null,
    doneAt: null,
    movedAt: '2026-11-01T08:00:00.000Z',
    ...given,
  };
}

export function aContext(given: Partial<QueryContext> = {}): QueryContext {
  return {
    meId: 'mem_ana',
    people: [
      { id: 'mem_ana', name: 'Ana Lindqvist' },
      { id: 'mem_bo', name: 'Bo Öst' },
    ],
    teams: [
      {
        id: 'team_web',
        key: 'WEB',
        name: 'Web',
        steps: [
          { id: 'building', name: 'Building' },
          { id: 'review', name: 'In review' },
        ],
      },
      { id: 'team_core', key: 'CORE', name: 'Core platform', steps: [{ id: 'building', name: 'Building' }] },
    ],
    labels: [
      { id: 'lab_billing', name: 'Billing', mergedIntoId: null },
      { id: 'lab_urgent', name: 'very urgent', mergedIntoId: null },
      { id: 'lab_money', name: 'money', mergedIntoId: 'lab_billing' },
    ],
    now: '2026-11-20T12:00:00.000Z',
    startOfDay: (date) => `${date}T00:00:00.000Z`,
    slow: null,
    stale: null,
    evidenced: null,
    ...given,
  };
}
