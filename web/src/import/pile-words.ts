/** What became of imported issues, after a figure. */
export const pileWords: Readonly<Record<string, string>> = {
  in_flight: 'in flight',
  next: 'committed next',
  idea: 'ideas in the parking lot',
  done: 'finished before',
  wont_do: 'closed as won’t do',
};
