// The question that a command has asked and nobody has answered yet. `QuestionDialog` draws it, once a page.
import type { Act, Question } from './command.ts';

let asked: Question | null = null;
const listeners = new Set<() => void>();

/** Does what an act does, and asks its question where it has one: what a key, a menu entry or a button runs. */
export function perform({ run }: Pick<Act, 'run'>): void {
  const question = run();
  if (question !== undefined) ask(question);
}

/** Asks, in the place of the question that is open; null closes it. */
export function ask(question: Question | null): void {
  asked = question;
  for (const listener of listeners) listener();
}

export function currentQuestion(): Question | null {
  return asked;
}

/** Calls the listener when a question comes or goes. */
export function onQuestionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
