import type { StepCategory } from '@shortlist/domain/workspace/workflow.ts';

const words: Readonly<Record<StepCategory, string>> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
  wont_do: 'Won’t do',
};

/** What kind of step it is, in words. */
export function stepCategoryWord(category: StepCategory): string {
  return words[category];
}
