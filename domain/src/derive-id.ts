/** How a command's ids follow from the command. No schemas here: the browser guesses with this file. */
import { idLetters, idPrefixes, type IdKind } from './id-format.ts';
import type { IdOf } from './ids.ts';

/**
 * Derives the `index`-th id of a command. `commandId` is the command's UUID; the same pair gives the same id in every
 * engine, which is what lets the browser's guess and the server name the same entity.
 */
export function deriveId<Kind extends IdKind>(commandId: string, kind: Kind, index: number): IdOf<Kind> {
  let rest = BigInt(`0x${commandId.replaceAll('-', '')}`);
  let letters = '';
  for (let i = 0; i < 26; i += 1) {
    letters = (idLetters[Number(rest & 31n)] ?? '0') + letters;
    rest >>= 5n;
  }
  // The brand exists for the compiler only.
  return `${idPrefixes[kind]}_${letters}${index === 0 ? '' : index.toString(36)}` as IdOf<Kind>;
}
