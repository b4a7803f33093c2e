// Opens the palette from a key, from a button, from anywhere: with what can be done at that moment.
import { currentOffers, type Offer } from '../ui/keys.ts';

let offers: readonly Offer[] | null = null;
const listeners = new Set<() => void>();

export function openPalette(): void {
  show(currentOffers());
}

export function closePalette(): void {
  show(null);
}

/** What could be done when it was opened; null while it is closed. */
export function paletteOffers(): readonly Offer[] | null {
  return offers;
}

export function onPaletteChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: readonly Offer[] | null): void {
  offers = next;
  for (const listener of listeners) listener();
}
