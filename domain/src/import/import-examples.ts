/** Invented issues for tests: in our records, and as GitHub writes them. */
import type { ImportRecord } from './import-record.ts';

export function aRecord(parts: Partial<ImportRecord> = {}): ImportRecord {
  const number = parts.number ?? 1;
  return {
    source: 'github',
    externalId: `acme/kettle#${number}`,
    number,
    title: `The kettle whistles at night ${number}`,
    body: 'It wakes the whole house.',
    url: `https://github.com/acme/kettle/issues/${number}`,
    author: 'mira',
    labels: [],
    assignees: [],
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: parts.closedAt ?? parts.createdAt ?? '2026-01-05T08:00:00.000Z',
    closedAt: null,
    state: parts.closedAt ? 'done' : 'open',
    comments: [],
    commentCount: parts.comments?.length ?? 0,
    ...parts,
  };
}

/** As `gh issue list --json …` writes it. */
export function aGhIssue(parts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const number = typeof parts['number'] === 'number' ? parts['number'] : 1;
  return {
    number,
    title: 'The kettle whistles at night',
    body: 'It wakes the whole house.',
    state: 'OPEN',
    stateReason: '',
    url: `https://github.com/acme/kettle/issues/${number}`,
    author: { id: 'U_1', is_bot: false, login: 'mira', name: 'Mira' },
    assignees: [{ login: 'tom' }],
    labels: [{ id: 'L_1', name: 'noise', color: 'ff0000' }],
    createdAt: '2026-01-05T08:00:00Z',
    updatedAt: '2026-01-06T08:00:00Z',
    closedAt: null,
    comments: [],
    ...parts,
  };
}

/** As GitHub's REST lists write it. */
export function aRestIssue(parts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const number = typeof parts['number'] === 'number' ? parts['number'] : 1;
  return {
    number,
    title: 'The kettle whistles at night',
    body: 'It wakes the whole house.',
    state: 'open',
    state_reason: null,
    url: `https://api.github.com/repos/acme/kettle/issues/${number}`,
    html_url: `https://github.com/acme/kettle/issues/${number}`,
    user: { login: 'mira', type: 'User' },
    assignees: [{ login: 'tom' }],
    labels: [{ name: 'noise', color: 'ff0000' }],
    created_at: '2026-01-05T08:00:00Z',
    updated_at: '2026-01-06T08:00:00Z',
    closed_at: null,
    comments: 0,
    ...parts,
  };
}
