/** The state of one generator: four 32-bit words, changed by every draw. */
export type Xoshiro = Int32Array;

const STOCK = 4096;

/**
 * A 32-bit hash of a text (FNV-1a over UTF-16 code units, mixed once more at the end), unsigned.
 * Texts that differ in one character give unrelated seeds. Not for secrets.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mix(hash);
}

/**
 * The generator xoshiro128** (Blackman and Vigna 2018) for a 32-bit seed. The four words come from a counter mixed per
 * word, so that neighbouring seeds share nothing and the state is never all zero.
 */
export function xoshiro(seed: number): Xoshiro {
  const state = new Int32Array(4);
  for (let i = 0; i < 4; i++) state[i] = mix(seed + Math.imul(i + 1, 0x9e3779b9));
  return state;
}

/** Fills `into` with random words of 32 bits. Integer arithmetic only: the same in every engine. In bulk, because a call per word costs more than the word. */
export function fillWords(into: Int32Array, state: Xoshiro): void {
  let s0 = state[0] ?? 0;
  let s1 = state[1] ?? 0;
  let s2 = state[2] ?? 0;
  let s3 = state[3] ?? 0;
  for (let i = 0; i < into.length; i++) {
    const scrambled = Math.imul(s1, 5);
    into[i] = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** A generator's words in stock. Change it only through `nextWord`. */
export type WordStream = { readonly state: Xoshiro; readonly words: Int32Array; next: number };

/** A stream of random words for a 32-bit seed; streams of different seeds are unrelated. */
export function wordStream(seed: number): WordStream {
  return { state: xoshiro(seed), words: new Int32Array(STOCK), next: STOCK };
}

/** The stream's next 32 random bits, as a signed integer. */
export function nextWord(stream: WordStream): number {
  if (stream.next === STOCK) {
    fillWords(stream.words, stream.state);
    stream.next = 0;
  }
  return stream.words[stream.next++] ?? 0;
}

/** A word as a number from the open interval (0, 1), in steps of 2⁻³². */
export function unitOfWord(word: number): number {
  return ((word >>> 0) + 0.5) / 4294967296;
}

/** MurmurHash3's 32-bit finaliser: every input bit reaches every output bit. */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
