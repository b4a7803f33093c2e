/** Characters of a long text. */
export const longestText = 100_000;
