/** Identifiers: what they look like, and how one is derived from a command's id so that a guess and the server agree. */
import { z } from 'zod';
import { idLetters, idPrefixes, type IdKind } from './id-format.ts';

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

/**
 * Derives the `index`-th id of a command. `commandId` is the command's UUID; the same pair gives the same id in every
 * engine, which is what lets the browser's guess and the server name the same entity.
 */
export function deriveId<Kind extends IdKind>(commandId: string, kind: Kind, index: number): IdOf<Kind> {
  let rest = BigInt(`0x${commandId.replaceAll('-', '')}`);
  let letters = '';
  for (let i = 0; i < 26; i += 1) {
    letters = (idLetters[Number(rest & 31n)] ?? '0') + letters;
    rest >>= 5n;
  }
  // The brand exists for the compiler only.
  return `${idPrefixes[kind]}_${letters}${index === 0 ? '' : index.toString(36)}` as IdOf<Kind>;
}
