// What stands in the palette: acts, places and everything that has a name.
import { foldedText } from '@shortlist/domain/query/folded-text.ts';
import type { Question } from '../ui/command.ts';
import type { Offer } from '../ui/keys.ts';
import type { Findable, FoundEntity } from './entity-index.ts';

export interface PaletteEntry {
  readonly id: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly name: string;
  readonly handle?: string;
  /** The key that does the same, where it works just now. */
  readonly keys?: string;
  readonly detail?: string;
  readonly isCurrent?: boolean;
  readonly run: () => Question | void;
}

/** What can be done now: each offer under its own heading, in their order. `subject` is what stands at the top already. */
export function actEntries(offers: readonly Offer[], subject: string | null): readonly Findable<PaletteEntry>[] {
  return offers.flatMap(({ name: offerName, title, acts }) =>
    acts.map(({ id, name, keys: [keys], words, run }) => ({
      id,
      handle: '',
      name: foldedText(name),
      words: foldedText(`${words} ${offerName}`),
      isLoose: true,
      entry: {
        id,
        group: title === null || title === subject ? offerName : `On ${title}`,
        name,
        run,
        ...(keys !== undefined && { keys }),
      },
    })),
  );
}

/** The choices of a question, as entries of one group without a heading: the question stands above. */
export function choiceEntries({ title, choices }: Question): readonly Findable<PaletteEntry>[] {
  return choices.map(({ id, name, hint, isCurrent = false, run }) => ({
    id: `${title} ${id}`,
    handle: '',
    name: foldedText(name),
    words: '',
    isLoose: true,
    entry: { id, group: '', name, isCurrent, run, ...(hint !== undefined && { detail: hint }) },
  }));
}

export interface PaletteGroup {
  readonly name: string;
  readonly items: readonly PaletteEntry[];
}

/** Groups in the order in which their first entry comes: the best hit is always the first line. */
export function grouped(entries: readonly PaletteEntry[]): readonly PaletteGroup[] {
  return [...Map.groupBy(entries, ({ group }) => group)].map(([name, items]) => ({ name, items }));
}

const kinds = {
  idea: 'Ideas',
  story: 'Stories',
  task: 'Tasks',
  flag: 'Flags',
  segment: 'Segments',
  member: 'People',
  team: 'Teams',
  persona: 'Personas',
} as const;

/** Something with a name, leading to it. */
export function entityEntry(
  found: FoundEntity,
  goTo: (found: FoundEntity) => void,
  group: string = kinds[found.kind],
): PaletteEntry {
  return {
    id: found.id,
    group,
    name: found.name,
    ...(found.handle !== '' && { handle: found.handle }),
    run: () => goTo(found),
  };
}
