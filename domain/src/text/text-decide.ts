/** Editing long texts while others do. */
import { put, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import { longestText } from './text-limits.ts';
import { mergeText } from './text-merge.ts';
import type { Text } from './text.ts';

export function editText(
  state: {
    /** Null before the first edit. */
    readonly current: Text | null;
    /** The text as it was at the edit's `baseSeq`; empty when there was none. */
    readonly base: string;
  },
  input: ParsedInputOf<'text.edit'>,
  context: DecisionContext,
): Decision<Text> {
  const merged = mergeText(state.base, input.text, state.current?.text ?? '');
  if (merged.length > longestText) {
    return refuse(
      'too_large',
      'Together with what others wrote meanwhile this is longer than 100,000 characters. Read it again and shorten it.',
    );
  }
  const text: Text = {
    id: `${input.subjectId}.${input.field}`,
    subjectId: input.subjectId,
    field: input.field,
    text: merged,
    editedAt: context.now,
  };
  return { changes: [put('text.edited', 'text', text)], value: text };
}
