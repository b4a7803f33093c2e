// A plain text with what it names as chips.
import { chipParts, mayNameSomething } from './chip-parts.ts';
import { ThingChip } from './ThingChip.tsx';
import { useNamed } from './use-named.ts';

export function TextChips({ text }: { readonly text: string }) {
  return mayNameSomething(text) ? <Parts text={text} /> : text;
}

function Parts({ text }: { readonly text: string }) {
  const { members, keys } = useNamed();
  return chipParts(text, members, keys).map(({ from, text: typed, chip }) =>
    chip === null ? typed : <ThingChip key={`${from} ${typed}`} chip={chip} text={typed} />,
  );
}
