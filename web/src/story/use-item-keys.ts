// The keys of an opened item; the same as in the lists.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import type { KeyBinding } from '../ui/key-presses.ts';
import { useKeys } from '../ui/use-keys.ts';
import type { Work } from './item.ts';

/** `when`: whether the item has the keyboard, so that a list beside it keeps its own keys. */
export function useItemKeys(work: Work, acts: ItemActs, when: () => boolean): void {
  const stage = stageOf(work.placement, acts.team);
  const isOpen = stage !== 'done' && stage !== 'wont_do';
  const bindings: KeyBinding[] = [];
  const bind = (keys: string, label: string, run: () => void) => bindings.push({ keys, label, run, when });
  if (acts.mayMove && stage === 'refinement') bind('$mod+Enter', 'Commit', () => void acts.commit(work));
  if (acts.mayMove && (stage === 'todo' || stage === 'in_progress')) {
    bind('s', 'Step', () => acts.ask({ kind: 'step', works: [work] }));
    bind('b', 'Back to refinement', () => acts.sendBack([work]));
  }
  if (acts.mayMove && isOpen) bind('Backspace', 'Give up', () => acts.ask({ kind: 'drop', works: [work] }));
  if (acts.mayShape) {
    bind('i', 'Assign to me', () => acts.assignToMe([work]));
    bind('a', 'Owner', () => acts.ask({ kind: 'owner', works: [work] }));
    bind('z', 'Size', () => acts.ask({ kind: 'size', works: [work] }));
  }
  useKeys('Item', bindings);
}
