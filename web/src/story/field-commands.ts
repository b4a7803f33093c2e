// A key for every field of an opened story or task: `e`, then a letter. What has a key of its own in lists too (owner, collaborators,
// size, labels) keeps that one; see item-commands.ts.
import type { Command, CommandSet } from '../ui/command.ts';

/** The name of a field as `data-field` carries it. */
export type FieldName =
  | 'title'
  | 'persona'
  | 'need'
  | 'benefit'
  | 'why'
  | 'problem'
  | 'outcome'
  | 'criterion'
  | 'questions'
  | 'outOfScope'
  | 'approach'
  | 'evidence'
  | 'blockedBy'
  | 'comment';

export interface FieldContext {
  readonly kind: 'story' | 'task';
  readonly mayShape: boolean;
  /** Brings the field into sight and puts the caret into it; what is only read is opened for writing first. */
  readonly edit: (field: FieldName) => void;
  readonly block: () => void;
}

interface FieldKey {
  readonly field: FieldName;
  readonly id: string;
  readonly name: string;
  readonly keys: string;
  readonly words: string;
  /** Absent: of both. */
  readonly of?: 'story' | 'task';
}

const fields: readonly FieldKey[] = [
  { field: 'title', id: 'title', name: 'Edit title', keys: 'e t', words: 'name rename heading' },
  { field: 'persona', id: 'who', name: 'Edit who it is for', keys: 'e w', words: 'persona person role', of: 'story' },
  { field: 'need', id: 'need', name: 'Edit need', keys: 'e n', words: 'trying to want', of: 'story' },
  { field: 'benefit', id: 'benefit', name: 'Edit benefit', keys: 'e b', words: 'so that why value', of: 'story' },
  { field: 'why', id: 'why', name: 'Edit why', keys: 'e y', words: 'reason', of: 'task' },
  { field: 'problem', id: 'problem', name: 'Edit problem', keys: 'e p', words: 'text description', of: 'story' },
  { field: 'evidence', id: 'evidence', name: 'Add evidence', keys: 'e v', words: 'quote link said proof' },
  { field: 'outcome', id: 'outcome', name: 'Edit outcome', keys: 'e o', words: 'metric measure target', of: 'story' },
  { field: 'criterion', id: 'criterion', name: 'Add a criterion', keys: 'e c', words: 'acceptance criteria', of: 'story' },
  { field: 'outOfScope', id: 'out_of_scope', name: 'Edit out of scope', keys: 'e x', words: 'not exclude', of: 'story' },
  { field: 'questions', id: 'question', name: 'Ask a question', keys: 'e q', words: 'open questions unknown', of: 'story' },
  { field: 'approach', id: 'approach', name: 'Edit approach', keys: 'e a', words: 'how engineers design', of: 'story' },
  { field: 'blockedBy', id: 'blocked_by', name: 'Say what blocks it…', keys: 'e k', words: 'blocked by link waits depends' },
  { field: 'comment', id: 'comment', name: 'Write a comment', keys: 'e m', words: 'say message discuss' },
];

export const fieldCommands: CommandSet<FieldContext> = {
  name: 'Fields',
  scope: 'thing',
  commands: fields.map(({ field, id, name, keys, words, of }): Command<FieldContext> => ({
    id: `field.${id}`,
    name,
    keys: [keys],
    words,
    when: ({ kind, mayShape }) => mayShape && (of === undefined || of === kind),
    run: ({ edit, block }) => (field === 'blockedBy' ? block() : edit(field)),
  })),
};

/** What is said of a field at its label: what its key does, and the key. */
export function keyOfField(field: FieldName): { readonly name: string; readonly keys: string } {
  const found = fields.find((one) => one.field === field);
  if (found === undefined) throw new Error(`the field ${field} has no key`);
  return found;
}
