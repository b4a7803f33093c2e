/** What was found in two places, each in an order of its own by the same ranking, as one list. Pure. */

interface Found {
  readonly id: string;
}

/**
 * What only `there` has goes behind what `there` puts before it, or to the front; what `here` has keeps its order, so that a
 * list which is shown already grows and is not shuffled.
 */
export function oneOrder<Hit extends Found>(here: readonly Hit[], there: readonly Hit[]): readonly Hit[] {
  const places = new Map(here.map(({ id }, place) => [id, place]));
  const behind = Map.groupBy(placed(there, places), ({ place }) => place);
  const hitsBehind = (place: number) => (behind.get(place) ?? []).map(({ hit }) => hit);
  return [...hitsBehind(-1), ...here.flatMap((hit, place) => [hit, ...hitsBehind(place)])];
}

/** What is not here, each with the place here that it goes behind; -1: before all. They keep their own order. */
function placed<Hit extends Found>(there: readonly Hit[], places: ReadonlyMap<string, number>) {
  let last = -1;
  return there.flatMap((hit) => {
    const place = places.get(hit.id);
    if (place === undefined) return [{ hit, place: last }];
    last = Math.max(last, place);
    return [];
  });
}
