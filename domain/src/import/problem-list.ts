/** How many problems are spelled out; the rest is counted. */
const shownProblems = 20;

/** Collects what is wrong with a file: the first 20 in words, all of them in number. */
export interface ProblemList {
  readonly shown: string[];
  count: number;
}

export function problemList(): ProblemList {
  return { shown: [], count: 0 };
}

/** `sentence` is only called while its words are kept. */
export function addProblem(problems: ProblemList, sentence: () => string): void {
  problems.count += 1;
  if (problems.shown.length < shownProblems) problems.shown.push(sentence());
}
