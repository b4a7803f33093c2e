/** What an entity declares of itself. The list of all of them is `entities.ts`. */
import type { z } from 'zod';

export interface EntityDeclaration<Schema extends z.ZodObject = z.ZodObject> {
  readonly schema: Schema;
  /**
   * `workspace`: travels in the feed, so every viewer, member, admin and owner may read it.
   * `private`: a table of its own; its values never enter a change, a log or an export.
   */
  readonly audience: 'workspace' | 'private';
  /** `always`: part of the snapshot. `whenOpened`: long, fetched when someone looks at what it belongs to. */
  readonly loaded: 'always' | 'whenOpened';
}

export function entity<Schema extends z.ZodObject>(
  schema: Schema,
  options: { readonly audience?: 'workspace' | 'private'; readonly loaded?: 'always' | 'whenOpened' } = {},
): EntityDeclaration<Schema> {
  return { schema, audience: options.audience ?? 'workspace', loaded: options.loaded ?? 'always' };
}
