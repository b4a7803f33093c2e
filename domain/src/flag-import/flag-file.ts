/** The text of a foreign file, read as JSON: bounded before it is parsed. */
import { refuse, type Refusal } from '../refusal.ts';
import { importLimits } from './flag-import-words.ts';

/** The value, or a refusal that says what is wrong with the text. */
export function readFlagFile(text: string): { readonly json: unknown } | Refusal {
  if (nesting(text) > importLimits.depth) {
    return refuse(
      'conflict',
      `The file nests deeper than ${importLimits.depth} levels, which no flag needs. Nothing was imported.`,
    );
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { json };
    return refuse('conflict', 'The file is JSON, and no object with flags. Export it again as flagd or Unleash do.');
  } catch (error) {
    const fault = error instanceof Error ? error.message.slice(0, 200) : '';
    return refuse('conflict', `The file is not JSON: ${fault}. Nothing was imported.`);
  }
}

/** How deep brackets outside of texts go. */
function nesting(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (inText) {
      if (letter === '\\') index += 1;
      else if (letter === '"') inText = false;
    } else if (letter === '"') inText = true;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, (depth += 1));
    else if (letter === '}' || letter === ']') depth -= 1;
  }
  return deepest;
}
