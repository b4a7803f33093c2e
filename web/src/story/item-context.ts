// What the acts on stories and tasks are done with.
import type { ItemActs } from '../backlog/use-item-acts.ts';
import type { Work } from './item.ts';

export interface ItemContext {
  readonly acts: ItemActs;
  /** Never empty; in the order in which they are shown. */
  readonly works: readonly Work[];
  /** Opens one beside the list, or its page; absent where it is open. */
  readonly open?: (work: Work) => void;
}
