/** Where a text stops being JSON. The engine tells it only for some faults. */

const longestLookedAt = 65_536;

/**
 * The index of the first character with which the text can no longer become JSON, the text's length where it only ends too
 * early, or null for a text of more than 65,536 characters. To be asked only about a text that is not JSON.
 */
export function positionOfJsonFault(text: string): number | null {
  if (text.length > longestLookedAt) return null;
  if (isBeginningOfJson(text)) return text.length;
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBeginningOfJson(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** Whether something could be added to make it JSON: the engine then complains about its end and about nothing before it. */
function isBeginningOfJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/end of JSON|Unterminated string/.test(message)) return true;
    return Number(/at position (\d+)/.exec(message)?.[1] ?? -1) >= text.length;
  }
}
