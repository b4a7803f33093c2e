// The commands that wait on this browser's disk, in the order in which they were given (docs/feed-spec.md 11).
import type { CommandName } from '@shortlist/domain/operations.ts';
import type { Refused } from './call-operation.ts';
import type { Disk, DiskKey } from './disk.ts';
import type { QueueSurroundings } from './queue-surroundings.ts';
import type { Transport } from './transport.ts';

export interface QueuedCommand {
  /** The command's UUID and its idempotency key. */
  readonly id: string;
  /** Whose it is; it is never sent for anybody else. */
  readonly by: string;
  readonly workspaceId: string;
  readonly name: CommandName;
  readonly input: unknown;
  readonly ifMatch: number | null;
  /** When it was given, ISO 8601. */
  readonly at: string;
}

/** A command as it is given now. */
export function newCommand(
  transport: Pick<Transport, 'newCommandId'>,
  { person, serverNow }: Pick<QueueSurroundings, 'person' | 'serverNow'>,
  name: CommandName,
  input: unknown,
  ifMatch: number | undefined,
): QueuedCommand {
  const giver = person();
  const who = { by: giver?.memberId ?? '', workspaceId: giver?.workspaceId ?? '' };
  const at = new Date(serverNow()).toISOString();
  return { id: transport.newCommandId(), ...who, name, input, ifMatch: ifMatch ?? null, at };
}

/** A command with its place in the queue. */
export interface Waiting {
  readonly key: DiskKey;
  readonly command: QueuedCommand;
  /** Set once the server has refused it and nobody has been told yet. */
  readonly refusal: Refused | null;
}

type Kept = Omit<Waiting, 'key'>;

export async function addCommand(disk: Disk, command: QueuedCommand): Promise<void> {
  const kept: Kept = { command, refusal: null };
  await disk.write('queue', 0, () => [{ kind: 'add', drawer: 'queue', value: kept }]);
}

/** What waits of that member, and what was refused and not told, oldest first. */
export async function commandsOf(disk: Disk, by: string): Promise<readonly Waiting[]> {
  const [records = []] = await disk.read('queue');
  // This drawer is written here and nowhere else.
  return records.map(([key, value]) => ({ key, ...(value as Kept) })).filter(({ command }) => command.by === by);
}

/** Takes a command out. Of several who try, one is answered true. */
export async function takeCommand(disk: Disk, key: DiskKey): Promise<boolean> {
  return await disk.write('queue', key, (value) => (value === undefined ? null : [{ kind: 'remove', drawer: 'queue', key }]));
}

/** Notes that a command was refused, until somebody has told it. */
export async function noteRefusal(disk: Disk, { key, command }: Waiting, refusal: Refused): Promise<void> {
  const kept: Kept = { command, refusal };
  await disk.write('queue', key, (value) => (value === undefined ? null : [{ kind: 'put', drawer: 'queue', key, value: kept }]));
}
