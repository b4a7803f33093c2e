/** What a report of a scan may hold. No schemas: the command line cuts its reports to this. */
export const scanLimits = {
  /** Flags that stand in the code. */
  keys: 2_000,
  /** Named for each flag and repository; the others are counted. */
  places: 20,
  fileLength: 400,
} as const;
