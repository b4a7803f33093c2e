// Given / when / then for decisions: who asks, and things brought about by the decisions that make them, so that a new field
// needs no change here.
import { captureIdea } from './idea/idea-decide.ts';
import type { Idea } from './idea/idea.ts';
import type { Change, Decision, DecisionContext } from './decision.ts';
import { deriveId } from './derive-id.ts';
import type { Id } from './ids.ts';
import { operations, type InputOf, type OperationName, type ParsedInputOf } from './operations.ts';
import type { Placement } from './backlog/placement.ts';
import type { RefinementRoom } from './backlog/refinement-room.ts';
import { rankBetween } from './rank.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { startReview } from './review/review-decide.ts';
import type { Review } from './review/review.ts';
import { refinementPlacement } from './story/new-item.ts';
import type { Member } from './workspace/member.ts';
import type { Role } from './workspace/roles.ts';
import { createTeam } from './workspace/team-decide.ts';
import type { Team } from './workspace/team.ts';

let commands = 0;

/** An id of a made-up command; another one each time. */
function commandId(): string {
  commands += 1;
  return `01900000-0000-7000-8000-${String(commands).padStart(12, '0')}`;
}

export const noon = '2026-03-02T12:00:00.000Z';

/** An id as the product makes them, made up. */
export const anId = {
  person: (): Id<'person'> => deriveId(commandId(), 'member', 0),
  item: (): Id<'item'> => deriveId(commandId(), 'story', 0),
};

/** A command asked by `memberId` at `now`, as an owner unless told otherwise. */
export function aContext(
  parts: { readonly role?: Role; readonly memberId?: Id<'person'> | null; readonly now?: string } = {},
): DecisionContext {
  const { role = 'owner', memberId = anId.person(), now = noon } = parts;
  const id = commandId();
  return {
    actor: { workspaceId: deriveId(id, 'workspace', 0), memberId, role, via: 'app' },
    now,
    newId: (kind, index = 0) => deriveId(id, kind, index),
  };
}

/** An input as the road hands it to a decision: parsed, defaults filled in. Throws where the input is wrong. */
export function parsed<Name extends OperationName>(name: Name, input: InputOf<Name>): ParsedInputOf<Name> {
  // The registry pairs each name with its schema; the compiler does not follow a generic name.
  return operations[name].input.parse(input) as ParsedInputOf<Name>;
}

/** What was decided. Throws the refusal's sentence where there was one. */
export function accepted<Value>(decision: Decision<Value>): { readonly changes: readonly Change[]; readonly value: Value } {
  if (isRefusal(decision)) throw new Error(`refused with ${decision.code}: ${decision.message}`);
  return decision;
}

/** Why it was refused. Throws where it was not. */
export function refused(decision: Decision<unknown>): Refusal {
  if (!isRefusal(decision)) throw new Error('it was accepted');
  return decision;
}

/** The names of a decision's changes, in order. */
export function eventsOf(decision: Decision<unknown>): readonly string[] {
  return accepted(decision).changes.map(({ event }) => event);
}

export function aTeam(parts: Partial<Team> = {}): Team {
  const input = parsed('team.create', { key: 'CORE', name: 'Core', timeZone: 'Etc/UTC', declaredWeekly: 5, memberIds: [] });
  return { ...accepted(createTeam({ teams: [], members: [], zoneExists: true }, input, aContext())).value, ...parts };
}

export function aMember(parts: Partial<Member> = {}): Member {
  return {
    id: anId.person(),
    name: 'Mira',
    role: 'member',
    discipline: 'engineering',
    joinedAt: noon,
    removedAt: null,
    ...parts,
  };
}

export function anIdea(parts: Partial<Idea> = {}): Idea {
  const input = parsed('idea.capture', { problem: 'Arrivals are retyped from paper' });
  return { ...accepted(captureIdea({ handle: 'IDEA-1' }, input, aContext())).value, ...parts };
}

/** Of a story in refinement. */
export function aPlacement(team: Team, parts: Partial<Placement> = {}): Placement {
  return { ...refinementPlacement(anId.item(), 'story', team.id, 'm', noon), ...parts };
}

/** A measured refinement with room for ten more; `held` items fill it. */
export function aRoom(
  parts: { readonly held?: number; readonly k?: number; readonly basis?: 'declared' | 'measured' } = {},
): RefinementRoom {
  const { held = 0, k = 10, basis = 'measured' } = parts;
  return { held, window: { k, basis, windowDays: 28 } };
}

/** A review of these ideas, driven by `by`. */
export function aReview(ideas: readonly Idea[], by: Id<'person'>, parts: Partial<Review> = {}): Review {
  const decision = startReview({ undecided: ideas, named: null }, parsed('review.start', {}), aContext({ memberId: by }));
  return { ...accepted(decision).value, ...parts };
}

/** Placements on the backlog, in order. */
export function onBacklog(team: Team, count: number, stepId = 'committed'): Placement[] {
  let rank: string | null = null;
  return Array.from({ length: count }, () => {
    rank = rankBetween(rank, null);
    return aPlacement(team, { stepId, rank, committedAt: noon, startedAt: stepId === 'committed' ? null : noon });
  });
}
