/** Flags leaving the code: what a scan found, who removes it, and what comes back. */
import { put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Flag } from '../flag/flag.ts';
import { cleanUpDays } from '../ladder/rung-words.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { CodeScan, CodeUse } from './code-scan.ts';
import { isUnfinished, removalState } from './removal-state.ts';

export interface ScanState {
  /** The last report of the same repository. */
  readonly scan: CodeScan | null;
  /** What that one found. */
  readonly uses: readonly CodeUse[];
  /** Every key that is, or was, a flag. */
  readonly keys: ReadonlySet<string>;
}

/** Replaces the last report of the repository; only what differs from it is written. */
export function reportScan(
  { scan, uses, keys }: ScanState,
  input: ParsedInputOf<'flag.reportScan'>,
  context: DecisionContext,
): Decision<{ readonly scan: CodeScan; readonly unknown: string[] }> {
  const found = new Map(input.found.map((one) => [one.key, one]));
  if (found.size !== input.found.length) return refuse('conflict', 'The report names a flag twice. Put its places together.');
  const { repository, filesRead } = input;
  const told: CodeScan = {
    id: scan?.id ?? context.newId('codeScan'),
    repository,
    filesRead,
    scannedAt: context.now,
    reportedBy: context.actor.memberId,
  };
  const before = new Map(uses.map((use) => [use.flagKey, use]));
  const changes: Change[] = [put('code.scanned', 'codeScan', told)];
  for (const use of uses) if (!found.has(use.flagKey)) changes.push(remove('flag.gone_from_code', 'codeUse', use.id));
  for (const [index, { key, places, more }] of input.found.entries()) {
    if (!keys.has(key)) continue;
    const known = before.get(key);
    const use: CodeUse = { id: known?.id ?? context.newId('codeUse', index), repository, flagKey: key, places, more };
    if (known === undefined || !isSamePlaces(known, use)) changes.push(put('flag.found_in_code', 'codeUse', use));
  }
  return { changes, value: { scan: told, unknown: [...found.keys()].filter((key) => !keys.has(key)) } };
}

export function planCleanUp({ flag }: { readonly flag: Flag }, input: ParsedInputOf<'flag.planCleanUp'>): Decision<Flag> {
  const { cleanUp } = flag;
  if (cleanUp === null) {
    return refuse('conflict', `${flag.key} is not to be cleaned up: that begins when everyone has the feature.`);
  }
  const { lateAt: _late, ...onTime } = cleanUp;
  const planned: Flag = {
    ...flag,
    cleanUp: {
      ...(input.dueDay === undefined ? cleanUp : onTime),
      ownerId: input.ownerId === undefined ? cleanUp.ownerId : input.ownerId,
      dueDay: input.dueDay ?? cleanUp.dueDay,
    },
  };
  return { changes: [put('flag.clean_up_planned', 'flag', planned)], value: planned };
}

/** A flag that was made permanent or whose day is past, and what is known of its code. */
export interface FlagToSettle {
  readonly flag: Flag;
  readonly places: number | null;
  readonly lastEvaluatedAt: string | null;
}

/** Doing it twice changes nothing the second time: what is open stays open, what is closed stays closed. */
export function settleCleanUps(
  flags: readonly FlagToSettle[],
  { now }: DecisionContext,
): Decision<{ readonly reopened: string[]; readonly closed: string[]; readonly late: string[] }> {
  const changes: Change[] = [];
  const [reopened, closed, late]: [string[], string[], string[]] = [[], [], []];
  for (const { flag, places, lastEvaluatedAt } of flags) {
    const state = removalState({ rung: flag.rung, archivedAt: flag.archivedAt, places, lastEvaluatedAt }, now);
    if (state === 'zombie' && flag.cleanUp === null) {
      const cleanUp = { ownerId: flag.ownerId, dueDay: dayAfter(now, cleanUpDays), reopenedAt: now };
      changes.push(put('flag.asked_again', 'flag', { ...flag, cleanUp }));
      reopened.push(flag.key);
    } else if (!isUnfinished(state) && flag.archivedAt !== null && flag.cleanUp !== null) {
      changes.push(put('flag.cleaned_up', 'flag', { ...flag, cleanUp: null }));
      closed.push(flag.key);
    } else if (flag.cleanUp !== null && flag.cleanUp.lateAt === undefined && flag.cleanUp.dueDay < now.slice(0, 10)) {
      changes.push(put('flag.clean_up_late', 'flag', { ...flag, cleanUp: { ...flag.cleanUp, lateAt: now } }));
      late.push(flag.key);
    }
  }
  return { changes, value: { reopened, closed, late } };
}

function isSamePlaces(one: CodeUse, other: CodeUse): boolean {
  return (
    one.more === other.more &&
    one.places.length === other.places.length &&
    one.places.every(({ file, line, how }, index) => {
      const same = other.places[index];
      return same !== undefined && same.file === file && same.line === line && same.how === how;
    })
  );
}

function dayAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
}
