/** Up and down the release ladder. Every move is one change of the flag, with who, why, and what it was before. */
import { put, type Decision, type DecisionContext } from '../decision.ts';
import type { Flag } from '../flag/flag.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { betaKey, isEmptySegment, ourselvesKey } from '../segment/new-segments.ts';
import type { Segment } from '../segment/segment.ts';
import { mayRelease, mayReleaseIn, type ReleaseState } from './may-release.ts';
import { cleanUpDays, guardedRisk, type Guard, type Rung } from './rung-words.ts';
import { onRung, rungIndex } from './rungs.ts';

export interface ClimbState extends ReleaseState {
  readonly flag: Flag;
  readonly segments: readonly Segment[];
  /** Criteria of the stories it serves that are not verified as passed in production, by their address: `STORY-34 AC-2`. */
  readonly unverified: readonly string[];
  /** What was found of those stories and is not settled; polish is not counted. */
  readonly openFindings: number;
  /** Open bugs of the stories it serves. */
  readonly openRisks: readonly { readonly handle: string; readonly risk: number }[];
  /** Where the code still asks for it, as the last reports of all repositories said. */
  readonly codePlaces: number;
}

export function climbLadder(state: ClimbState, input: ParsedInputOf<'ladder.climb'>, context: DecisionContext): Decision<Flag> {
  const { flag } = state;
  const ladder = ladderAfter(flag, input);
  const refused = isUp(flag, input.rung, ladder.percent) ?? hasWhatItNeeds(state, input.rung, ladder);
  if (refused !== null) return refused;
  const failing = failingGuards(state, input.rung);
  if (failing.length > 0 && input.override === undefined) return guardRefusal(state, failing);
  const wanted: Flag = { ...flag, ladder, archivedAt: input.rung === 'permanent' ? context.now : flag.archivedAt };
  const reason = input.override?.reason ?? input.reason;
  const climbed = movedTo(wanted, flag, input.rung, { reason, overrode: failing }, state, context);
  // Permanent before its time: somebody still has to remove the code.
  const moved = input.rung === 'permanent' && state.codePlaces > 0 ? { ...climbed, cleanUp: flag.cleanUp } : climbed;
  const forbidden = mayClimbTo(state, input.rung, context) ?? mayRelease(state, flag, moved, context.actor);
  if (forbidden !== null) return forbidden;
  return { changes: [put('flag.climbed', 'flag', moved)], value: moved };
}

export function stepDownLadder(
  state: Pick<ClimbState, 'flag' | 'environments'>,
  input: ParsedInputOf<'ladder.stepDown'>,
  context: DecisionContext,
): Decision<Flag> {
  const { flag } = state;
  const percent = input.percent ?? flag.ladder.percent;
  const sameRung = input.rung === 'gradual' && flag.rung === 'gradual' && percent < flag.ladder.percent;
  if (flag.rung !== 'custom' && !sameRung && rungIndex(input.rung) >= rungIndex(flag.rung)) {
    return refuse('conflict', `It is on ${flag.rung}, so ${input.rung} is not a step down. Climb instead.`);
  }
  const { customers, segment, unit } = flag.ladder;
  const ladder = { customers, segment, unit, percent, steps: [] };
  const wanted: Flag = { ...flag, ladder, archivedAt: null };
  const moved = movedTo(wanted, flag, input.rung, { reason: input.reason, overrode: [] }, state, context);
  return { changes: [put('flag.stepped_down', 'flag', moved)], value: moved };
}

/** The flag on a rung, with who moved it and why, and what is to be cleaned up from there. */
export function movedTo(
  wanted: Flag,
  before: Flag,
  rung: Rung,
  why: { readonly reason: string; readonly overrode: readonly Guard[] },
  state: Pick<ClimbState, 'environments'>,
  { actor, now }: DecisionContext,
): Flag {
  const mustGo = before.kind === 'release' || before.kind === 'experiment';
  const dueDay = new Date(Date.parse(now) + cleanUpDays * 86_400_000).toISOString().slice(0, 10);
  const cleanUp = rung === 'everyone' && mustGo ? { ownerId: before.ownerId ?? actor.memberId, dueDay } : null;
  const lastMove = {
    from: before.rung,
    to: rung,
    reason: why.reason,
    overrode: [...why.overrode],
    byId: actor.memberId,
    at: now,
  };
  return { ...onRung(wanted, rung, state.environments), cleanUp, lastMove };
}

function ladderAfter(flag: Flag, input: ParsedInputOf<'ladder.climb'>): Flag['ladder'] {
  const { ladder } = flag;
  const isGradual = input.rung === 'gradual';
  return {
    customers: input.customers ?? ladder.customers,
    segment: input.segment === undefined ? ladder.segment : input.segment,
    percent: isGradual ? (input.percent ?? 0) : ladder.percent,
    unit: input.unit ?? ladder.unit,
    steps: isGradual ? (input.steps ?? []) : [],
    ...(isGradual && input.enough !== undefined && { enough: input.enough }),
  };
}

/** A rung of production belongs to the team even where it changes nothing for customers, as `permanent` does. */
function mayClimbTo({ environments, teams }: ClimbState, rung: Rung, { actor }: DecisionContext): Refusal | null {
  if (rungIndex(rung) < rungIndex('internal')) return null;
  const refusals = environments.filter((one) => one.isProduction).map((one) => mayReleaseIn(one, teams, actor));
  return refusals.find((refusal) => refusal !== null) ?? null;
}

function isUp(flag: Flag, rung: Rung, percent: number): Refusal | null {
  if (flag.rung === 'custom') return null;
  const isMore = rung === 'gradual' && flag.rung === 'gradual' && percent >= flag.ladder.percent;
  // Who belongs to beta may grow on the rung itself.
  const isSame = rung === 'beta' && flag.rung === 'beta';
  if (isMore || isSame || rungIndex(rung) > rungIndex(flag.rung)) return null;
  if (rung === flag.rung && rung !== 'gradual') return refuse('conflict', `It is on ${rung} already. Choose a rung above it.`);
  return refuse('conflict', `It is on ${flag.rung}, so this would be a step down. Step down instead.`);
}

function hasWhatItNeeds(state: ClimbState, rung: Rung, ladder: Flag['ladder']): Refusal | null {
  const { flag, segments } = state;
  const segmentNamed = (key: string) => segments.find((segment) => segment.key === key);
  const isNobody = (key: string): boolean => {
    const segment = segmentNamed(key);
    return segment === undefined || isEmptySegment(segment);
  };
  if (rung === 'internal' && isNobody(ourselvesKey)) {
    return refuse('conflict', 'The segment “ourselves” is empty, so nobody would see it. Say first who you are; then climb.');
  }
  if (rung === 'beta' && ladder.customers.length === 0 && isNobody(ladder.segment ?? betaKey)) {
    return refuse('conflict', 'Beta needs customers. Name some, or a segment that has somebody in it; then climb.');
  }
  if (rung === 'gradual') {
    if (ladder.percent <= 0 && ladder.steps.length === 0) {
      return refuse('conflict', 'A gradual release needs a percentage above 0. Say how many percent, and of what.');
    }
    const rising = ladder.steps.every((step, index) => {
      const before = ladder.steps[index - 1];
      return step.percent >= (before?.percent ?? ladder.percent) && (before === undefined || step.at > before.at);
    });
    if (!rising) return refuse('conflict', 'Each step comes later than the one before, with as many percent or more.');
  }
  if (rung === 'permanent' && flag.rung !== 'everyone') {
    return refuse('conflict', 'A flag becomes permanent after everyone has the feature. Climb to everyone first.');
  }
  return null;
}

/** The guards stand before customers: between our own use and theirs; and before `permanent`, which says the code is gone. */
export function failingGuards({ flag, unverified, openFindings, openRisks, codePlaces }: ClimbState, rung: Rung): Guard[] {
  if (rung === 'permanent') return codePlaces > 0 ? ['code'] : [];
  const reachesCustomers = rungIndex(rung) >= rungIndex('beta');
  if (!reachesCustomers) return [];
  const isFromBelow = flag.rung === 'custom' || rungIndex(flag.rung) < rungIndex('beta');
  const failing: Guard[] = [];
  if (isFromBelow && unverified.length > 0) failing.push('criteria');
  if (isFromBelow && openFindings > 0) failing.push('findings');
  if (openRisks.some(({ risk }) => risk >= guardedRisk)) failing.push('risk');
  return failing;
}

/** Why the guards hold a climb, in a sentence. */
export function guardRefusal(
  { unverified, openFindings, openRisks, codePlaces }: ClimbState,
  failing: readonly Guard[],
): Refusal {
  if (failing.includes('code')) {
    const places = codePlaces === 1 ? '1 place' : `${codePlaces} places`;
    return refuse('not_ready', `Its code still stands in ${places}. Remove it and scan again, or climb with a written reason.`, {
      guards: failing,
    });
  }
  const bugs = openRisks.filter(({ risk }) => risk >= guardedRisk);
  const criteria = unverified.length === 1 ? '1 criterion is' : `${unverified.length} criteria are`;
  const words: Readonly<Partial<Record<Guard, string>>> = {
    criteria: `${criteria} not verified as passed in production`,
    findings: openFindings === 1 ? '1 finding is open' : `${openFindings} findings are open`,
    risk: `${bugs.map(({ handle, risk }) => `${handle} (risk ${risk})`).join(', ')} ${bugs.length === 1 ? 'is' : 'are'} open`,
  };
  const parts = failing.flatMap((guard) => words[guard] ?? []);
  const todo = failing.includes('findings') ? (failing.includes('criteria') ? 'Verify and settle' : 'Settle') : 'Verify';
  return refuse('not_ready', `Before customers see it: ${parts.join(', and ')}. ${todo}, or climb with a written reason.`, {
    guards: failing,
    unverified,
    openFindings,
    openRisks: bugs,
  });
}
