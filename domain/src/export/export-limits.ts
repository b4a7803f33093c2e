/** How many rows one export holds: the file is put together in memory, and no spreadsheet is read beyond that. */
export const exportedMost = 50_000;
