/** Shaping stories and tasks until they are ready. */
import { enterRefinement, type RefinementRoom } from '../backlog/refinement-room.ts';
import { memberOf, put, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { personaByName } from '../persona/new-persona.ts';
import type { Persona } from '../persona/persona.ts';
import { rankBetween } from '../rank.ts';
import { refuse } from '../refusal.ts';
import type { Team } from '../workspace/team.ts';
import { collaboratorsOf, withCollaborators } from './collaborators.ts';
import { newTask, refinementPlacement } from './new-item.ts';
import type { Story } from './story.ts';
import type { Task } from './task.ts';

export function editStory(
  state: {
    readonly story: Story;
    /** All of the workspace where one is named, so that nobody is made twice. */
    readonly personas: readonly Persona[];
  },
  input: ParsedInputOf<'story.edit'>,
  context: DecisionContext,
): Decision<Story> {
  const { itemId: _itemId, persona: name, ...fields } = input;
  const named = name === undefined ? null : personaByName(state.personas, name, context);
  const edited = ownerApart(withFields(state.story, { ...fields, ...(named !== null && { personaId: named.id }) }));
  const isReworded = wordFields.some((field) => edited[field] !== state.story[field]);
  const story = isReworded ? { ...edited, wordedBy: context.actor.memberId, wordedAt: context.now } : edited;
  return { changes: [...(named?.changes ?? []), put('story.edited', 'story', story)], value: story };
}

/** What somebody who reads a story reads. */
const wordFields = ['personaId', 'need', 'benefit'] as const;

/** Says that another member has read the story. A later change of its words keeps that, and shows that it came after. */
export function readStory(
  { story }: { readonly story: Story },
  input: ParsedInputOf<'story.read'>,
  context: DecisionContext,
): Decision<Story> {
  const by = memberOf(context.actor);
  if (story.wordedBy === by) {
    return refuse('conflict', 'These are your own words, and another member has to read them. Ask somebody to open it.');
  }
  const read: Story = { ...story, [input.as === 'design' ? 'designRead' : 'read']: { by, at: context.now } };
  return { changes: [put(input.as === 'design' ? 'story.design_read' : 'story.read', 'story', read)], value: read };
}

export function createTask(
  state: { readonly team: Team; readonly handle: string; readonly lastRank: string | null; readonly room: RefinementRoom },
  input: ParsedInputOf<'task.create'>,
  context: DecisionContext,
): Decision<Task> {
  const entered = enterRefinement(state.room, input.over, context);
  if ('refused' in entered) return entered;
  const task = newTask(context, { handle: state.handle, title: input.title, why: input.why, ideaId: null });
  const rank = rankBetween(state.lastRank, null);
  const placement = { ...refinementPlacement(task.id, 'task', state.team.id, rank, context.now), ...entered };
  return { changes: [put('task.created', 'task', task), put('item.placed', 'placement', placement)], value: task };
}

export function editTask(state: { readonly task: Task }, input: ParsedInputOf<'task.edit'>): Decision<Task> {
  const { itemId: _itemId, ...fields } = input;
  const task = ownerApart(withFields(state.task, fields));
  return { changes: [put('task.edited', 'task', task)], value: task };
}

/** A collaborator who becomes the owner is none any more. */
function ownerApart<Item extends Story | Task>(item: Item): Item {
  const ids = collaboratorsOf(item);
  return ids.some((id) => id === item.ownerId) ? withCollaborators(item, ids) : item;
}

/** Lays the named fields over an entity; `undefined` means "not named" and leaves the field as it is. */
function withFields<Entity extends object>(
  entity: Entity,
  fields: { readonly [Key in keyof Entity]?: Entity[Key] | undefined },
): Entity {
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...entity, ...named };
}
