// The ways in which an item can be linked to another, as its reader says them.
import { linkWords, type settableLinkKinds } from '@shortlist/domain/link/link-kinds.ts';
import type { Question } from '../ui/command.ts';

export interface LinkWay {
  readonly id: 'blocked_by' | 'blocks' | 'relates' | 'duplicates';
  readonly kind: (typeof settableLinkKinds)[number];
  /** Which end the item is that is looked at. */
  readonly end: 'from' | 'to';
  /** What stands before the other's handle: "is blocked by". */
  readonly words: string;
}

export const blockedByWay: LinkWay = { id: 'blocked_by', kind: 'blocks', end: 'to', words: linkWords.blocks.to };

export const linkWays: readonly LinkWay[] = [
  blockedByWay,
  { id: 'blocks', kind: 'blocks', end: 'from', words: linkWords.blocks.from },
  { id: 'relates', kind: 'relates', end: 'from', words: linkWords.relates.from },
  { id: 'duplicates', kind: 'duplicates', end: 'from', words: linkWords.duplicates.from },
];

/** Asks what the item is to the other; `onWay` asks to which. */
export function whichWay(name: string, onWay: (way: LinkWay) => void): Question {
  return {
    title: `${name}…`,
    choices: linkWays.map((way) => ({ id: way.id, name: `${way.words}…`, run: () => onWay(way) })),
  };
}
