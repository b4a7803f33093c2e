/** Identifiers: their brands and the schema of a reference. How one is made: `derive-id.ts`. */
import { z } from 'zod';
import type { IdKind } from './id-format.ts';

/** Kinds that share a brand because other entities refer to either of them. */
type BrandOf<Kind extends IdKind> = Kind extends 'story' | 'task' ? 'item' : Kind extends 'member' | 'contact' ? 'person' : Kind;

export type IdBrand = BrandOf<IdKind>;
export type Id<Brand extends IdBrand> = string & z.$brand<Brand>;
/** The branded id type of one kind: `IdOf<'story'>` is `Id<'item'>`. */
export type IdOf<Kind extends IdKind> = Id<BrandOf<Kind>>;

const anyId = z.string().regex(/^[a-z]+_[0-9a-z]{1,40}$/, 'is not an id');

/**
 * The schema of a reference. Where it stands in an operation's input under a name ending in `Id` or `Ids`, the road
 * accepts a handle (`STORY-34`) or a team's key in its place and resolves it before the input is parsed.
 */
export function idOf<Brand extends IdBrand>(_brand: Brand) {
  return anyId.brand<Brand>();
}
