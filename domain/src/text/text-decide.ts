/** Editing long texts while others do. */
import { put, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
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
  const text: Text = {
    id: `${input.subjectId}.${input.field}`,
    subjectId: input.subjectId,
    field: input.field,
    text: mergeText(state.base, input.text, state.current?.text ?? ''),
    editedAt: context.now,
  };
  return { changes: [put('text.edited', 'text', text)], value: text };
}
