/** Saved views. A shared one travels to everybody; one's own is a row of a private table and never enters the feed. */
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { View } from './view.ts';

export interface SharedView {
  readonly view: View;
  readonly shared: boolean;
}

const viewsMost = 200;

/** `mine`: how many views the member has made. */
export function saveView(
  { mine }: { readonly mine: number },
  { shared, ...asked }: ParsedInputOf<'view.save'>,
  context: DecisionContext,
): Decision<SharedView> {
  if (mine >= viewsMost) return refuse('conflict', `You have ${viewsMost} views. Remove one that you no longer use.`);
  const view: View = { id: context.newId('view'), ...asked, madeBy: memberOf(context.actor), createdAt: context.now };
  return { changes: [kept('view.saved', { view, shared })], value: { view, shared } };
}

export function editView(
  before: SharedView,
  { viewId: _viewId, shared = before.shared, ...fields }: ParsedInputOf<'view.edit'>,
  context: DecisionContext,
): Decision<SharedView> {
  const refused = mayChange(before, context);
  if (refused !== null) return refused;
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const after: SharedView = { view: { ...before.view, ...named }, shared };
  const moved = shared === before.shared ? [] : [gone('view.moved', before)];
  return { changes: [...moved, kept('view.edited', after)], value: after };
}

export function removeView(before: SharedView, context: DecisionContext): Decision<SharedView> {
  const refused = mayChange(before, context);
  return refused ?? { changes: [gone('view.removed', before)], value: before };
}

function mayChange({ view, shared }: SharedView, { actor }: DecisionContext): Refusal | null {
  if (view.madeBy === actor.memberId) return null;
  if (!shared) return noView(view.id);
  if (actor.role === 'owner' || actor.role === 'admin') return null;
  return refuse('not_allowed', 'Somebody else saved this view. Save one of your own, or ask them or an admin.');
}

/** Also for somebody else's own view, which is not to be told from none. */
export function noView(id: string): Refusal {
  return refuse('not_found', `There is no view ${id} here. It may have been removed.`);
}

function kept(event: string, { view, shared }: SharedView): Change {
  return put(event, shared ? 'view' : 'ownview', view);
}

function gone(event: string, { view, shared }: SharedView): Change {
  return remove(event, shared ? 'view' : 'ownview', view.id);
}
