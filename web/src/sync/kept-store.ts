// The workspace on this browser's disk: whose it is, the state as of one number, and the changes after it
// (docs/feed-spec.md 9). Every write is checked against the visit it belongs to, in the step that writes.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { Disk, DiskRecord, DiskWrite } from './disk.ts';
import type { Store } from './store.ts';

/** Who was signed in here last. */
export interface Visit {
  /** Names this visit of this person; whatever is written names it too. */
  readonly token: string;
  readonly member: EntityOf<'member'>;
  readonly workspace: EntityOf<'workspace'>;
}

/** How far the store on the disk goes. */
interface Head {
  readonly format: number;
  /** What the server called the shape of its entities. */
  readonly schema: string;
  /** The lines hold the state as of this number, … */
  readonly base: number;
  /** … and the changes go on from there to this one. */
  readonly seq: number;
}

interface LastVisit extends Visit {
  readonly head: Head | null;
}

/** Raised when what the drawers hold is laid out otherwise; what lies there is then loaded anew. */
const format = 1;

const place = ['visit', 'last'] as const;
const emptied: readonly DiskWrite[] = [
  { kind: 'clear', drawer: 'lines' },
  { kind: 'clear', drawer: 'changes' },
];

/** All that is kept, as of one moment. */
export interface Kept {
  /** Who was here last, by what this browser knows. */
  readonly visit: Visit;
  readonly head: Head | null;
  readonly lines: readonly DiskRecord[];
  readonly changes: readonly DiskRecord[];
}

/** Reads it in one go: asking who it was, and then for theirs, takes the disk twice as long. Null when nobody was here, or they have left. */
export async function readKept(disk: Disk): Promise<Kept | null> {
  const [visits = [], lines = [], changes = []] = await disk.read('visit', 'lines', 'changes');
  const visit = asVisit(visits.find(([key]) => key === place[1])?.[1]);
  return visit === null ? null : { visit, head: visit.head, lines, changes };
}

/** Notes who is here now, and answers the token of the visit. What was kept for anybody else is gone then. */
export async function noteVisit(disk: Disk, visit: Visit): Promise<string> {
  let { token } = visit;
  await disk.write(...place, (value) => {
    const last = asVisit(value);
    const isSame = last?.member.id === visit.member.id && last.workspace.id === visit.workspace.id;
    if (isSame) token = last.token;
    const next: LastVisit = { ...visit, token, head: isSame ? last.head : null };
    return [...(isSame ? [] : emptied), { kind: 'put', drawer: place[0], key: place[1], value: next }];
  });
  return token;
}

/**
 * Leaves nothing of that visit's workspace behind (null: of whichever was last); another visit's stays, and so do the
 * commands that wait.
 */
export async function forgetVisit(disk: Disk, token: string | null): Promise<void> {
  await disk.write(...place, (value) =>
    token === null || asVisit(value)?.token === token ? [...emptied, { kind: 'remove', drawer: place[0], key: place[1] }] : null,
  );
}

/**
 * Fills an empty store with what was kept; nobody hears of it before it is whole. Answers false, with the store empty, when it has no state
 * of the workspace or cannot be read.
 */
export function fillFrom({ head, lines, changes }: Kept, store: Store): boolean {
  if (head?.format !== format) return false;
  let isWhole = false;
  store.batch(() => {
    try {
      store.beginSnapshot();
      for (const [, line] of lines) {
        // Written below, by this page or one before it with the same format.
        const { entity, fields, rows } = JSON.parse(String(line)) as DiskLine;
        store.putRows(entity, fields, rows);
      }
      store.endSnapshot(head.base, head.schema);
      isWhole = store.applyChanges(changes.map(([, change]) => change as FeedChange)) && store.seq === head.seq;
    } catch {
      // Something else than this page wrote there.
    }
    if (!isWhole) store.clear();
  });
  return isWhole;
}

export interface DiskLine {
  readonly entity: string;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The number that the disk's store goes to; null when none is kept for that visit and schema. */
export async function keptSeq(disk: Disk, token: string, schema: string): Promise<number | null> {
  const visit = await readVisit(disk);
  const head = visit?.token === token ? visit.head : null;
  return head?.format === format && head.schema === schema ? head.seq : null;
}

/** Keeps the state as of `seq` in place of what was kept. Answers false when the visit is over. */
export async function keepWhole(
  disk: Disk,
  token: string,
  { seq, schema, lines }: { readonly seq: number; readonly schema: string; readonly lines: readonly string[] },
): Promise<boolean> {
  return await disk.write(...place, (value) => {
    const visit = asVisit(value);
    if (visit?.token !== token) return null;
    const head: Head = { format, schema, base: seq, seq };
    return [
      ...emptied,
      ...lines.map((line, at): DiskWrite => ({ kind: 'put', drawer: 'lines', key: at, value: line })),
      { kind: 'put', drawer: place[0], key: place[1], value: { ...visit, head } },
    ];
  });
}

/** Keeps changes of the feed, oldest first; those that are kept already are harmless. `gap`: the disk does not go so far. */
export async function keepChanges(
  disk: Disk,
  token: string,
  schema: string,
  changes: readonly FeedChange[],
): Promise<'kept' | 'gap' | 'over'> {
  let answer: 'kept' | 'gap' | 'over' = 'over';
  await disk.write(...place, (value) => {
    const visit = asVisit(value);
    if (visit?.token !== token) return null;
    const { head } = visit;
    const first = changes[0]?.seq ?? 0;
    answer = head?.format === format && head.schema === schema && first <= head.seq + 1 ? 'kept' : 'gap';
    if (answer === 'gap' || head === null) return null;
    const news = changes.filter((change) => change.seq > head.seq);
    const seq = news.at(-1)?.seq ?? head.seq;
    return [
      ...news.map((change): DiskWrite => ({ kind: 'put', drawer: 'changes', key: change.seq, value: change })),
      { kind: 'put', drawer: place[0], key: place[1], value: { ...visit, head: { ...head, seq } } },
    ];
  });
  return answer;
}

async function readVisit(disk: Disk): Promise<LastVisit | null> {
  const [visits = []] = await disk.read('visit');
  return asVisit(visits.find(([key]) => key === place[1])?.[1]);
}

function asVisit(value: unknown): LastVisit | null {
  // This drawer is written above and nowhere else.
  return value === undefined ? null : (value as LastVisit);
}
