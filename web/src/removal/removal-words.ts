import type { RemovalState } from '@shortlist/domain/removal/removal-state.ts';
import type { Tone } from '../ui/Badge.tsx';

/** A state in a word, as a sentence begins with it, and what to do about it. */
export const stateWords: Readonly<Record<RemovalState, { readonly word: string; readonly tone: Tone; readonly todo: string }>> = {
  'ready to remove': { word: 'Ready to remove', tone: 'good', todo: 'Nothing asks for it any more. Make it permanent.' },
  zombie: {
    word: 'Zombie',
    tone: 'bad',
    todo: 'It was made permanent, and something asks for it again. Find what still runs with it.',
  },
  live: { word: 'Live', tone: 'plain', todo: 'Its code still stands. Remove the old way, then scan the code.' },
  removing: { word: 'Removing', tone: 'warn', todo: 'Something that runs still asks for it, or its code is not gone yet.' },
  'waiting for code': {
    word: 'Waiting for code',
    tone: 'plain',
    todo: 'No scan of the code was reported. Add “shortlist flags scan --report” to your CI.',
  },
  gone: { word: 'Gone', tone: 'plain', todo: 'Its code is gone.' },
};

interface Place {
  readonly file: string;
  readonly line: number;
  readonly how: 'used' | 'possible';
}

/** `src/pay.ts:12`, with a word where the key is only put together there. */
export function placeText({ file, line, how }: Place): string {
  return `${file}:${line}${how === 'possible' ? ' (possible)' : ''}`;
}

/** "src/pay.ts:12, src/cart.ts:3 and 4 more"; empty where there is none. */
export function placesInShort(places: readonly Place[], more: number): string {
  const [first, second] = places;
  const named = [first, second].flatMap((place) => (place === undefined ? [] : [placeText(place)]));
  const rest = places.length - named.length + more;
  return rest === 0 ? named.join(', ') : `${named.join(', ')} and ${rest} more`;
}

/** "1 December", of an ISO day. */
export function dayWords(day: string): string {
  return new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
