/** Links between work items: set, and taken away. Blocking never goes round in a ring. */
import { put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { wayOfBlocking } from './blocked.ts';
import { linkWords, mostLinks } from './link-kinds.ts';
import type { Link } from './link.ts';

interface LinksState {
  /** Every link of the two, and every one of the workspace that blocks; nobody else sets one meanwhile. */
  readonly links: readonly Link[];
  /** Of the two and of what blocks. */
  readonly handleOf: (id: Id<'item'>) => string;
}

export function addLink(state: LinksState, input: ParsedInputOf<'link.add'>, context: DecisionContext): Decision<Link> {
  const { fromId, toId, kind } = input;
  const refused = isSelf(input) ?? isThere(state, input) ?? isTooMany(state, input) ?? isRing(state, input);
  if (refused !== null) return refused;
  const link: Link = {
    id: context.newId('link'),
    fromId,
    toId,
    kind,
    addedBy: context.actor.memberId,
    addedAt: context.now,
  };
  return { changes: [put('link.added', 'link', link)], value: link };
}

export function removeLink({ link }: { readonly link: Link }): Decision<Link> {
  return { changes: [remove('link.removed', 'link', link.id, link.fromId)], value: link };
}

function isSelf({ fromId, toId }: ParsedInputOf<'link.add'>): Refusal | null {
  return fromId === toId ? refuse('conflict', 'An item cannot be linked to itself. Choose another one.') : null;
}

function isThere({ links, handleOf }: LinksState, { fromId, toId, kind }: ParsedInputOf<'link.add'>): Refusal | null {
  const there = links.some(
    (link) =>
      link.kind === kind &&
      ((link.fromId === fromId && link.toId === toId) || (kind === 'relates' && link.fromId === toId && link.toId === fromId)),
  );
  if (!there) return null;
  return refuse('conflict', `${handleOf(fromId)} ${linkWords[kind].from} ${handleOf(toId)} already.`);
}

function isTooMany({ links, handleOf }: LinksState, { fromId, toId }: ParsedInputOf<'link.add'>): Refusal | null {
  const full = [fromId, toId].find((id) => links.filter((link) => link.fromId === id || link.toId === id).length >= mostLinks);
  if (full === undefined) return null;
  return refuse('conflict', `${handleOf(full)} has ${mostLinks} links, which are the most. Take one of them away first.`);
}

function isRing({ links, handleOf }: LinksState, { fromId, toId, kind }: ParsedInputOf<'link.add'>): Refusal | null {
  const way = kind === 'blocks' ? wayOfBlocking(links, toId, fromId) : null;
  if (way === null) return null;
  const told = way.map(handleOf).join(', which blocks ');
  return refuse(
    'conflict',
    `${handleOf(fromId)} cannot block ${handleOf(toId)}, for neither could ever start: ${told}. Take one of these links away first.`,
    { way: way.map(handleOf) },
  );
}
