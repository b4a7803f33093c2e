/** A name for the shape of what travels, so that a client with a store of another shape loads it anew. */
import { createHash } from 'node:crypto';
import { entities, entityNames } from '@shortlist/domain/entities.ts';

/** Sixteen hexadecimal digits that change when a travelling entity or one of its fields is added, renamed or taken away. */
export const feedSchema: string = hashOf(
  entityNames
    .filter((name) => entities[name].audience === 'workspace')
    .map((name) => [name, Object.keys(entities[name].schema.shape)]),
);

function hashOf(shape: unknown): string {
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16);
}
