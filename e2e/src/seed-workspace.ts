// A believable workspace on a running server, for the places that are looked at: imported, reviewed, partly refined, full.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colleague, owner } from './entrance.ts';
import { inventedIssues } from './invented-issues.ts';
import { callApi, startFilled, type Product } from './product.ts';

export interface Seeded {
  /** A full-scope token of the owner. */
  readonly token: string;
  /** A session of the colleague, who is a member of the team. */
  readonly colleagueToken: string;
  readonly reviewId: string;
  /** An idea that waits, a story that is nearly ready, a story that is on the backlog, a task that is ready and has no room. */
  readonly handles: { readonly idea: string; readonly shaped: string; readonly committed: string; readonly waiting: string };
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly handle: string }[];
}

const refined = [
  {
    persona: 'A harbour master on a Saturday',
    need: 'note each arrival once, on the pier',
    benefit: 'nobody retypes eighty boats in the evening',
    size: 'M',
    outcome: { kind: 'metric', metric: 'Arrivals with a typo', unit: '%', baseline: 10, target: 1, date: '2027-08-31' },
    criteria: ['An arrival noted on the pier stands in the list within a second', 'Without a network it is kept and sent later'],
  },
  {
    persona: 'A skipper who booked and paid',
    need: 'find the berth free',
    benefit: 'the evening begins with dinner and not with a quarrel',
    size: 'L',
    outcome: { kind: 'metric', metric: 'Berths taken by another', unit: 'a week', baseline: null, target: 0, date: '2027-08-31' },
    criteria: ['A berth that is still taken at noon turns red for the harbour master'],
  },
  {
    persona: 'A night guard on the last round',
    need: 'see which boats have paid',
    benefit: 'no guest is woken for it',
    size: 'S',
    outcome: { kind: 'none', because: 'one guard asks, and one guard will say' },
    criteria: ['Each berth says paid, open or not known', 'The list works on a phone held in one hand'],
  },
] as const;

const labelled = [
  ['STORY-1', 'arrivals', 'on the pier'],
  ['STORY-2', 'arrivals', 'billing', 'season'],
  ['STORY-4', 'billing'],
] as const;

const chores = [
  'Move the season list to the new calendar',
  'Renew the certificate of the gate',
  'Split the price table by pier',
  'Drop the old arrival form',
  'Measure how long a booking takes',
  'Replace the card reader’s library',
  'Write down the codes of the berths',
  'Test the restore of last night’s backup',
  'Remove the second mail queue',
  'Load the tide tables once a day',
  'Pin the versions of the tablet app',
  'Count rafts as one boat',
];

/** Makes the owner, a workspace and the team HARB by the command line; answers a full-scope token of the owner. */
export async function setUpByCommand(product: Product): Promise<string> {
  const setUp = ['setup', '--url', product.url, '--setup-token-file', product.setupTokenFile, '--email', owner.email];
  const words = ['--name', owner.name, '--password-stdin', '--workspace', 'Tideline', '--team', 'HARB:Harbour'];
  return (await product.run([...setUp, ...words, '--time-zone', 'Europe/Berlin'], { input: owner.password })).trim();
}

/** Starts a product with an owner and the team HARB, and nothing else; answers a full-scope token of the owner. */
export async function startWithOwner(): Promise<{ readonly product: Product; readonly token: string }> {
  const { product, made } = await startFilled('owner', setUpByCommand);
  return { product, token: made };
}

/** Starts a product with the workspace in it. */
export async function startSeeded(): Promise<{ readonly product: Product; readonly seeded: Seeded }> {
  const { product, made } = await startFilled('seeded', seedWorkspace);
  return { product, seeded: made };
}

/** Fills an empty installation through the command line and the API. */
async function seedWorkspace(product: Product): Promise<Seeded> {
  const token = await setUpByCommand(product);
  const api = async (operation: string, input: object) => await callApi(product.url, token, operation, input);
  const file = join(product.folder, 'issues.json');
  await writeFile(file, inventedIssues(new Date()));
  await product.run(['import', 'github', file, '--team', 'HARB'], { token });

  const { invitationSecret } = (await api('member.invite', { role: 'member', teamId: 'HARB' })) as { invitationSecret: string };
  const joined = (await callApi(product.url, '', 'member.join', { invitationSecret, ...colleague })) as { sessionSecret: string };
  const { items: people } = (await api('member.list', {})) as { items: readonly { readonly id: string }[] };

  await closedReview(api);
  const asColleague = async (operation: string, input: object) =>
    await callApi(product.url, joined.sessionSecret, operation, input);
  for (const [index, { criteria, ...fields }] of refined.entries()) {
    const itemId = `STORY-${index + 1}`;
    await api('story.edit', { itemId, ...fields });
    for (const text of criteria) await api('criterion.add', { itemId, text });
    await callApi(product.url, joined.sessionSecret, 'story.read', { itemId });
    const { seq } = (await api('text.get', { subjectId: itemId, field: 'problem' })) as { seq: number };
    await api('text.edit', { subjectId: itemId, field: 'problem', baseSeq: seq, text: problemText });
    await api('story.edit', { itemId, ownerId: people[index % 2]?.id });
  }
  await api('story.edit', { itemId: 'STORY-4', persona: 'A guest with a catamaran', need: 'know the price before arriving' });
  await api('flag.create', { key: 'arrivals-on-the-pier', title: 'Arrivals are noted on the pier' });
  await api('ladder.climb', { flagKey: 'arrivals-on-the-pier', rung: 'everyone' });
  await api('flag.create', { storyId: 'STORY-2', key: 'night-arrivals' });
  await api('ladder.climb', { flagKey: 'night-arrivals', rung: 'internal' });
  await asColleague('finding.add', { itemId: 'STORY-2', text: 'The list jumps at midnight', environment: 'production' });
  for (const [itemId, ...addWords] of labelled) await api('label.set', { subjectIds: [itemId], addWords });
  const waiting = await fillWindow(api, people[1]?.id ?? null);
  for (const [subjectId, text] of said) await asColleague('comment.add', { subjectId, text });
  const { items } = (await api('idea.list', { state: 'undecided', limit: 100 })) as Listed;
  const review = (await api('review.start', {})) as { id: string };
  return {
    token,
    colleagueToken: joined.sessionSecret,
    reviewId: review.id,
    handles: { idea: items[0]?.handle ?? '', shaped: 'STORY-4', committed: 'STORY-1', waiting },
  };
}

const said = [
  ['STORY-4', 'Catamarans pay by width, so the price is not on the table. @Ines Vogt, who sets it?'],
  ['STORY-1', 'The tablet on the pier has no network below the wall.'],
  ['STORY-4', 'Found it: the harbour board does, each March.'],
] as const;

type Api = (operation: string, input: object) => Promise<unknown>;

const problemText = `On a Saturday in July about **eighty boats** arrive between four and seven.

- each is written on paper on the pier
- and typed into the list at the counter, by somebody else

One in ten has a typo, and a boat with a typo is not found when its owner calls.`;

async function closedReview(api: Api): Promise<void> {
  const review = (await api('review.start', {})) as { id: string; queue: readonly string[] };
  const kinds = ['s', 's', 's', 's', 's', 'x', 'x', 'k', 'x', 't', 'x', 'x', 'x', 'x'];
  for (const [index, kind] of kinds.entries()) {
    const decision =
      kind === 'x'
        ? {
            kind: 'reject',
            reason: 'no_room',
            sentence: 'Other needs weigh more right now, and we only promise what we can finish.',
          }
        : kind === 'k'
          ? { kind: 'keep' }
          : { kind: 'refine', as: kind === 's' ? 'story' : 'task', teamId: 'HARB' };
    await api('review.decide', { reviewId: review.id, ideaId: review.queue[index], decision });
  }
  await api('review.close', { reviewId: review.id });
}

/** Commits two stories, then tasks until no more fits. Answers the handle of a ready task that is left over. */
async function fillWindow(api: Api, ownerId: string | null): Promise<string> {
  for (const itemId of ['STORY-1', 'STORY-2']) await api('backlog.commit', { itemId, teamId: 'HARB' });
  // As soon as there is room for it: refinement holds six.
  await api('task.create', { teamId: 'HARB', title: 'Count the berths again' });
  const { room } = (await api('backlog.window', { teamId: 'HARB' })) as { room: number };
  let last = '';
  for (const [index, title] of chores.slice(0, room + 1).entries()) {
    const { handle } = (await api('task.create', { teamId: 'HARB', title, why: 'It costs us an hour a week.' })) as {
      handle: string;
    };
    if (index % 2 === 0) await api('task.edit', { itemId: handle, ownerId });
    if (index < room) await api('backlog.commit', { itemId: handle, teamId: 'HARB' });
    last = handle;
  }
  await api('backlog.move', { itemId: 'STORY-1', stepId: 'building' });
  await api('backlog.move', { itemId: 'STORY-2', stepId: 'design' });
  return last;
}
