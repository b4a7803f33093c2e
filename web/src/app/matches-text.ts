import { foldedText } from '@shortlist/domain/query/folded-text.ts';

/**
 * Answers whether a text holds every word that was typed, whatever its case and accents. Nothing typed matches all. Make it
 * once for a filter, then ask it of every row.
 */
export function matcherOf(typed: string): (text: string) => boolean {
  const words = foldedText(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const searched = foldedText(text);
    return words.every((word) => searched.includes(word));
  };
}
