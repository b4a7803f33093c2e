// Whom a persona is merged into, found by typing. It can be taken apart again at any time, so nothing is asked twice.
import { useMemo, useState } from 'react';
import { matcherOf } from '../app/matches-text.ts';
import { act } from '../app/notify.ts';
import { useAll } from '../sync/use-store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PickField, PickWords } from '../ui/PickField.tsx';
import type { Persona } from './persona-of.ts';
import { PersonaPicture } from './PersonaPicture.tsx';

export interface MergePersonaProps {
  readonly persona: Persona;
  readonly onClose: () => void;
}

const mostShown = 8;

export function MergePersona({ persona, onClose }: MergePersonaProps) {
  const personas = useAll('persona');
  const [typed, setTyped] = useState('');
  const found = useMemo(() => {
    const matches = matcherOf(typed);
    return personas
      .filter((one) => one.id !== persona.id && one.mergedIntoId === null && matches(one.name))
      .toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null) || a.name.localeCompare(b.name))
      .slice(0, mostShown);
  }, [personas, persona.id, typed]);
  const merge = (into: Persona) => {
    onClose();
    const done = `${persona.name} is ${into.name} now, in every story.`;
    void act('persona.merge', { personaId: persona.id, intoId: into.id }, { done });
  };
  return (
    <Dialog open width="small" title={`Merge ${persona.name}`} onClose={onClose}>
      <PickField
        label="Into"
        placeholder="Type a few letters of a name"
        typed={typed}
        onType={setTyped}
        items={found}
        onPick={merge}
        empty="No other persona has these letters in its name."
      >
        {(one) => (
          <>
            <PersonaPicture persona={one} />
            <PickWords>{one.name}</PickWords>
          </>
        )}
      </PickField>
    </Dialog>
  );
}
