/** Named groups that rules ask about. */
import { put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Segment } from './segment.ts';

export function createSegment(
  state: { readonly segments: readonly Segment[] },
  input: ParsedInputOf<'segment.create'>,
  context: DecisionContext,
): Decision<Segment> {
  if (state.segments.some((one) => one.key === input.key)) {
    return refuse('conflict', `There is a segment ${input.key} already. Choose another key.`);
  }
  const segment: Segment = { id: context.newId('segment'), ...input, createdAt: context.now };
  return { changes: [put('segment.created', 'segment', segment)], value: segment };
}

export function editSegment(state: { readonly segment: Segment }, input: ParsedInputOf<'segment.edit'>): Decision<Segment> {
  const { key: _key, ...fields } = input;
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const segment: Segment = { ...state.segment, ...named };
  return { changes: [put('segment.edited', 'segment', segment)], value: segment };
}

/** `askedBy`: keys of the flags and segments whose rules name it. */
export function removeSegment(state: {
  readonly segment: Segment;
  readonly askedBy: readonly string[];
}): Decision<Record<string, never>> {
  return askedAbout(state) ?? { changes: [remove('segment.removed', 'segment', state.segment.id)], value: {} };
}

/** Why a segment cannot go; null where nothing asks about it. */
export function askedAbout({
  segment,
  askedBy,
}: {
  readonly segment: Segment;
  readonly askedBy: readonly string[];
}): Refusal | null {
  if (askedBy.length === 0) return null;
  return refuse('conflict', `${segment.name} is asked about by ${askedBy.slice(0, 5).join(', ')}. Change those first.`, {
    askedBy,
  });
}
