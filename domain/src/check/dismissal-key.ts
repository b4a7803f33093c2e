/** Two findings with one key are the same remark on the same words, wherever these have moved. */
export function dismissalKey(rule: string, words: string): string {
  return `${rule}:${words.trim().toLowerCase()}`;
}
