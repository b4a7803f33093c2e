// One order for what was found here and by the server: that of names, and where names do not tell, that of the words. Pure.
import { foldedText } from '@shortlist/domain/query/folded-text.ts';
import { inNameOrder, type RecentIds } from '@shortlist/domain/search/name-rank.ts';
import { oneOrder } from '@shortlist/domain/search/one-order.ts';
import type { Hit } from './local-texts.ts';

/** Both lists are in the order in which words were found. `held`: ids that stay first, in this order. */
export function inOneOrder(
  here: readonly Hit[],
  there: readonly Hit[],
  query: string,
  recent: RecentIds,
  held: readonly string[],
): readonly Hit[] {
  const ordered = inNameOrder(oneOrder(here, there), query, recent, namedBy);
  const stay = held.flatMap((id) => ordered.find((hit) => hit.id === id) ?? []);
  return [...stay, ...ordered.filter((hit) => !stay.includes(hit))];
}

/** What belongs to an item is found by its own words, not by the item's. */
function namedBy({ type, id, handle, title }: Hit) {
  const isPart = type === 'criterion' || type === 'text' || type === 'evidence';
  return { id, handle: isPart ? '' : foldedText(handle), name: isPart ? '' : foldedText(title), words: '', isLoose: false };
}
