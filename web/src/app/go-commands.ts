// The ways between places.
import type { Command, CommandSet } from '../ui/command.ts';
import type { Place } from '../ui/PlaceLink.tsx';

/** The keys of the places, by the word that the address of each begins with. */
export const placeKeys = {
  home: 'g h',
  notices: 'g n',
  'parking-lot': 'g p',
  refinement: 'g f',
  backlog: 'g b',
  flags: 'g l',
  everything: 'g e',
  settings: 'g s',
} as const;

export interface GoContext {
  readonly places: readonly Place[];
  readonly goTo: (href: string) => void;
}

export const goCommands: CommandSet<GoContext> = {
  name: 'Go to',
  scope: 'everywhere',
  commands: Object.entries(placeKeys).map(([word, keys]): Command<GoContext> => ({
    id: `go.${word}`,
    name: (context) => placeWith(keys, context)?.label ?? '',
    keys: [keys],
    words: 'go place open',
    when: (context) => placeWith(keys, context) !== undefined,
    run: (context) => context.goTo(placeWith(keys, context)?.href ?? '/'),
  })),
};

function placeWith(keys: string, { places }: GoContext): Place | undefined {
  return places.find((place) => place.keys === keys);
}
