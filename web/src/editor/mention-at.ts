// Naming somebody with @ while typing.

export interface MentionAt {
  /** Where the `@` stands. */
  readonly start: number;
  /** What is typed after it, up to the caret. */
  readonly typed: string;
}

/** The name that is being typed at the caret; null where none is. At most two words, so that a sentence is none. */
export function mentionAt(text: string, caret: number): MentionAt | null {
  const before = text.slice(Math.max(0, caret - 60), caret);
  const found = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u.exec(before);
  if (found === null) return null;
  const typed = found[1] ?? '';
  return { start: caret - typed.length - 1, typed };
}

/** People whose name has a word that begins with what was typed, at most six, in the order of the alphabet. */
export function peopleFor<Person extends { readonly name: string }>(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = typed.toLowerCase();
  const fits = ({ name }: Person) => {
    const lower = name.toLowerCase();
    return lower.startsWith(wanted) || lower.split(/\s+/).some((word) => word.startsWith(wanted));
  };
  return people
    .filter((person) => fits(person))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, 6);
}
