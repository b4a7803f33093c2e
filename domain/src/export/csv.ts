/** Tables as comma-separated values for spreadsheets (RFC 4180). Twenty lines are less than a library, and run where the rows are: in the browser. */

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

/** One line for each row, ended by CRLF. A value that a spreadsheet would run gets an apostrophe before it. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
