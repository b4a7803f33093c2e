// A text in parts: what names an idea, an item, a flag or a member, and what stands between. Whether there is such a thing is not known
// here. Pure.
import { namesIn } from '@shortlist/domain/comment/mentions.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';

type Member = Pick<EntityOf<'member'>, 'id' | 'name'>;

/** What a part of a text names. */
export type ChipOf =
  | { readonly kind: 'item' | 'idea'; readonly handle: string }
  | { readonly kind: 'flag'; readonly key: string }
  | { readonly kind: 'member'; readonly id: Member['id'] };

export interface ChipPart {
  /** Where it begins in the text. */
  readonly from: number;
  /** As it was typed. */
  readonly text: string;
  /** Null for what names nothing. */
  readonly chip: ChipOf | null;
}

/** Handles stand alone, with or without a `#`; a flag's key needs the `#`, since it may be any word. */
const named =
  /(?<![\p{L}\p{N}_/&#-])(?:#?(?<handle>(?:IDEA|STORY|TASK)-[1-9]\d{0,8})|#(?<key>[a-z0-9][a-z0-9._-]{0,98}[a-z0-9]))(?![\p{L}\p{N}_-])/gu;

/** Joined, the parts are the text again. `keys` are those of the workspace's flags: of other words behind a `#` nothing is made. */
export function chipParts(text: string, members: readonly Member[], keys: ReadonlySet<string>): readonly ChipPart[] {
  const found: { readonly from: number; readonly to: number; readonly chip: ChipOf }[] = namesIn(text, members).flatMap((one) => {
    const member = members.find(({ id }) => id === one.id);
    return member === undefined ? [] : [{ from: one.from, to: one.to, chip: { kind: 'member' as const, id: member.id } }];
  });
  for (const { 0: whole, index, groups = {} } of text.matchAll(named)) {
    const { handle, key } = groups;
    const chip =
      handle !== undefined ? ofHandle(handle) : key !== undefined && keys.has(key) ? ({ kind: 'flag', key } as const) : null;
    if (chip !== null) found.push({ from: index, to: index + whole.length, chip });
  }
  const parts: ChipPart[] = [];
  let at = 0;
  for (const { from, to, chip } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    if (from > at) parts.push({ from: at, text: text.slice(at, from), chip: null });
    parts.push({ from, text: text.slice(from, to), chip });
    at = to;
  }
  if (at < text.length) parts.push({ from: at, text: text.slice(at), chip: null });
  return parts;
}

/** Whether looking closer is worth while. */
export function mayNameSomething(text: string): boolean {
  return /[#@]|(?:IDEA|STORY|TASK)-\d/.test(text);
}

function ofHandle(handle: string): ChipOf {
  return { kind: handle.startsWith('IDEA-') ? 'idea' : 'item', handle };
}
