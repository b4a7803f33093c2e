/** Labels, and what has which of them. */
import { createLabel, editLabel, mergeLabel, noLabel, removeLabel, setLabels } from '@shortlist/domain/label/label-decide.ts';
import type { Label } from '@shortlist/domain/label/label.ts';
import { labelsById, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import { lockOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { labellingsBySubject, lockLabellings, subjectsThatExist } from './label-queries.ts';

type LabelHandlers = Pick<Handlers, 'label.create' | 'label.edit' | 'label.merge' | 'label.remove' | 'label.set' | 'label.list'>;

export const labelHandlers: LabelHandlers = {
  'label.create': async (scope, input) => createLabel({ labels: await lockLabels(scope) }, input, scope.context),

  'label.edit': async (scope, input) => {
    const labels = await lockLabels(scope);
    const label = labels.find(({ id }) => id === input.labelId);
    return label === undefined ? noLabel(input.labelId) : editLabel({ label, labels }, input);
  },

  'label.merge': async (scope, input) => {
    const labels = await lockLabels(scope);
    const label = labels.find(({ id }) => id === input.labelId);
    const into = labels.find(({ id }) => id === input.intoId);
    if (label === undefined) return noLabel(input.labelId);
    return into === undefined ? noLabel(input.intoId) : mergeLabel({ label, into, labels }, input);
  },

  'label.remove': async (scope, input) => {
    const labels = await lockLabels(scope);
    const label = labels.find(({ id }) => id === input.labelId);
    return label === undefined ? noLabel(input.labelId) : removeLabel({ label, labels });
  },

  'label.set': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const labels = await lockLabels(scope);
    const known = await subjectsThatExist(trx, workspaceId, input.subjectIds);
    const labellings = await lockLabellings(trx, workspaceId, known);
    return setLabels({ labels, subjects: new Map(known.map((id) => [id, labellings.get(id)])) }, input, context);
  },

  'label.list': async ({ db, workspaceId }) => {
    const labels = await readWhere(db, 'label', workspaceId, {}, 'name');
    const byId = labelsById(labels);
    const used = new Map<string, number>();
    for (const labelling of (await labellingsBySubject(db, workspaceId, null)).values()) {
      for (const { id } of labelsOf(labelling, byId)) used.set(id, (used.get(id) ?? 0) + 1);
    }
    return { items: labels.map((label) => ({ label, used: used.get(label.id) ?? 0 })), next: null };
  },
};

/** All of them, with nobody else at it: two who give the same new word at once give the same label. */
export async function lockLabels({ trx, workspaceId }: Pick<CommandScope, 'trx' | 'workspaceId'>): Promise<readonly Label[]> {
  await lockOne(trx, 'workspace', workspaceId, workspaceId);
  return await readWhere(trx, 'label', workspaceId, {}, 'createdAt');
}
