// Who has problems: all personas, those in use first, each a press away from its page.
import { useRouter } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { copyLink } from '../app/copy-link.ts';
import { useMay } from '../app/use-may.ts';
import { useAll } from '../sync/use-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { SettingsPart } from '../workspace/SettingsPart.tsx';
import { MergePersona } from './MergePersona.tsx';
import { NewPersona } from './NewPersona.tsx';
import { personaCommands, personaPlaceCommands, type PersonaContext } from './persona-commands.ts';
import { personaHref, type Persona } from './persona-of.ts';
import { PersonaPicture } from './PersonaPicture.tsx';
import { countWords, usePersonaCounts } from './use-persona-counts.ts';

const note =
  'Who your stories are about. Writing a new name in a story makes one; a rename or a merge is seen in every story at once.';
const idOf = ({ id }: Persona) => id;
const isAway = ({ archivedAt }: Persona) => Number(archivedAt !== null);
const awayOrNot = ({ archivedAt }: Persona) => (archivedAt === null ? 'In use' : 'Put away');

export function PersonaSettings() {
  const all = useAll('persona');
  const mayShape = useMay('shape');
  const counts = usePersonaCounts();
  const [merging, setMerging] = useState<Persona | null>(null);
  const adding = useRef<HTMLInputElement>(null);
  const { history } = useRouter();
  const personas = useMemo(
    () =>
      all
        .filter(({ mergedIntoId }) => mergedIntoId === null)
        .toSorted((a, b) => isAway(a) - isAway(b) || a.name.localeCompare(b.name, 'en')),
    [all],
  );
  useCommands(personaPlaceCommands, () => ({ mayShape, add: () => adding.current?.focus() }));
  const contextOf = ([persona]: readonly Persona[]): PersonaContext | null =>
    persona === undefined
      ? null
      : { persona, mayShape, askMerge: setMerging, copyLink: ({ id }) => void copyLink(personaHref(id)) };
  return (
    <SettingsPart title="Personas" note={note}>
      {mayShape && <NewPersona field={adding} />}
      <List
        label="Personas"
        items={personas}
        idOf={idOf}
        {...(personas.some(isAway) && { sectionOf: awayOrNot })}
        onOpen={({ id }) => history.push(personaHref(id))}
        commands={{ set: personaCommands, contextOf }}
        menuLabelOf={({ name }) => `Acts on ${name}`}
        tallOnPhone
        empty={<EmptyState sentence="Say who has the problem in the first words of a story, and they stand here." />}
      >
        {(persona) => {
          const count = counts.get(persona.id);
          return (
            <>
              <PersonaPicture persona={persona} />
              <RowTitle detail={persona.goals === '' ? undefined : persona.goals}>{persona.name}</RowTitle>
              <RowFigure width="wide" hideOnPhone={false}>
                {count === undefined ? '' : countWords(count)}
              </RowFigure>
            </>
          );
        }}
      </List>
      {merging !== null && <MergePersona persona={merging} onClose={() => setMerging(null)} />}
    </SettingsPart>
  );
}
