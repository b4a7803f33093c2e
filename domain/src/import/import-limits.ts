/** The bounds of a file and of what is in it. Texts that are longer are cut by the parser, which says so in its notes. */
export const importLimits = {
  fileBytes: 512 * 1024 * 1024,
  records: 100_000,
  /** Records that one `import.add` may carry. */
  batch: 200,
  /** Characters of one batch as JSON; the server takes 32 MB. */
  batchLength: 8_000_000,
  titleLength: 500,
  textLength: 100_000,
  comments: 1_000,
  /** `gh issue list` gives no more comments of an issue, so that exactly as many may be fewer than there are. */
  listedComments: 100,
  labels: 100,
  nameLength: 100,
} as const;
