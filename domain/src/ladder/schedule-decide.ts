/** Climbs by schedule: each step is a change of its own, which waits for enough data and stops at a risk. */
import { put, type Decision, type DecisionContext } from '../decision.ts';
import type { Flag, Ladder } from '../flag/flag.ts';
import type { ParsedInputOf } from '../operations.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { mayReleaseIn, type ReleaseState } from './may-release.ts';
import { failingGuards, guardRefusal, movedTo, type ClimbState } from './ladder-decide.ts';
import { unitWords } from './rungs.ts';

export interface StepState extends ClimbState {
  /** Who were seen to get it in production since its last move. */
  readonly seen: number;
}

/** What became of a flag whose step was due; null where none was, or it waits as it did before. */
export interface StepTaken {
  readonly flag: Flag;
  readonly became: 'climbed' | 'held' | 'halted';
}

/**
 * The first step that is due, and no other: what comes later is put off by as long as this one is late, so that a server
 * that was away does not jump to everyone. Asked again at once it answers null.
 */
export function dueStep(state: StepState, context: DecisionContext): StepTaken | null {
  const { flag } = state;
  const { steps, pause } = flag.ladder;
  const [step, ...rest] = steps;
  if (step === undefined || step.at > context.now || pause?.kind === 'halted' || flag.archivedAt !== null) return null;
  const rung = step.percent >= 100 ? 'everyone' : 'gradual';
  const failing = failingGuards(state, rung);
  if (failing.length > 0) {
    const kind = failing.includes('risk') ? 'halted' : 'held';
    return paused(flag, kind, guardRefusal(state, failing).message, context);
  }
  const { enough = 0 } = flag.ladder;
  if (flag.rung === 'gradual' && state.seen < enough) {
    return paused(flag, 'held', `Too few ${unitWords(flag.ladder.unit)} were seen to get it: it takes ${enough}.`, context);
  }
  const late = Date.parse(context.now) - Date.parse(step.at);
  const ladder: Ladder = { ...unpaused(flag.ladder), percent: step.percent, steps: putOff(rest, late) };
  const why = { reason: 'As scheduled', overrode: [] };
  return { flag: movedTo({ ...flag, ladder }, flag, rung, why, state, context), became: 'climbed' };
}

export function takeDueSteps(
  states: readonly StepState[],
  context: DecisionContext,
): Decision<{ readonly climbed: string[]; readonly held: string[]; readonly halted: string[] }> {
  const taken = states.flatMap((state) => dueStep(state, context) ?? []);
  const keysOf = (became: StepTaken['became']) => taken.flatMap((one) => (one.became === became ? [one.flag.key] : []));
  return {
    changes: taken.map(({ flag, became }) => put(became === 'climbed' ? 'flag.climbed' : `flag.climb_${became}`, 'flag', flag)),
    value: { climbed: keysOf('climbed'), held: keysOf('held'), halted: keysOf('halted') },
  };
}

export function haltClimb(
  { flag }: { readonly flag: Flag },
  input: ParsedInputOf<'ladder.halt'>,
  { now }: DecisionContext,
): Decision<Flag> {
  const { steps, pause } = flag.ladder;
  if (steps.length === 0) return refuse('conflict', `${flag.key} does not climb by schedule, so there is nothing to halt.`);
  if (pause?.kind === 'halted') return refuse('conflict', `Its climb is halted already: ${pause.why}`);
  const halted: Flag = { ...flag, ladder: { ...flag.ladder, pause: { kind: 'halted', since: now, why: input.reason } } };
  return { changes: [put('flag.climb_halted', 'flag', halted)], value: halted };
}

export function resumeClimb(state: ReleaseState & { readonly flag: Flag }, context: DecisionContext): Decision<Flag> {
  const { flag, environments, teams } = state;
  const { steps, pause } = flag.ladder;
  if (pause?.kind !== 'halted') return refuse('conflict', `The climb of ${flag.key} is not halted.`);
  const refused = environments
    .filter(({ isProduction }) => isProduction)
    .map((one) => mayReleaseIn(one, teams, context.actor))
    .find((one) => one !== null);
  if (refused != null && isRefusal(refused)) return refused;
  const stood = Date.parse(context.now) - Date.parse(pause.since);
  const resumed: Flag = { ...flag, ladder: { ...unpaused(flag.ladder), steps: putOff(steps, stood) } };
  return { changes: [put('flag.climb_resumed', 'flag', resumed)], value: resumed };
}

/** A ladder without a reason to wait. */
export function unpaused({ pause: _pause, ...ladder }: Ladder): Ladder {
  return ladder;
}

function paused(flag: Flag, kind: 'held' | 'halted', why: string, { now }: DecisionContext): StepTaken | null {
  if (flag.ladder.pause?.kind === kind && flag.ladder.pause.why === why.slice(0, 400)) return null;
  const ladder: Ladder = { ...flag.ladder, pause: { kind, since: now, why: why.slice(0, 400) } };
  return { flag: { ...flag, ladder }, became: kind };
}

function putOff(steps: Ladder['steps'], ms: number): Ladder['steps'] {
  return steps.map(({ at, percent }) => ({ at: new Date(Date.parse(at) + ms).toISOString(), percent }));
}
