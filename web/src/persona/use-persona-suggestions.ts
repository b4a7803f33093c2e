// Whom the first words of a story may mean: who is written about most in open and recent stories goes first.
import { personaUses, suggestedPersonas } from '@shortlist/domain/persona/suggest-personas.ts';
import { useMemo } from 'react';
import type { LineSuggestion } from '../app/EditableLine.tsx';
import { useAll } from '../sync/use-store.ts';

/** Answers the suggestions for what is typed. */
export function usePersonaSuggestions(): (typed: string) => readonly LineSuggestion[] {
  const personas = useAll('persona');
  const stories = useAll('story');
  const placements = useAll('placement');
  const uses = useMemo(() => {
    const ended = new Set<string>(
      placements.flatMap(({ id, doneAt, droppedAt }) => (doneAt === null && droppedAt === null ? [] : [id])),
    );
    return personaUses(
      personas,
      stories.map(({ id, personaId }) => ({ personaId, isOpen: !ended.has(id) })),
    );
  }, [personas, stories, placements]);
  return (typed) => suggestedPersonas(personas, uses, typed).map(({ id, name }) => ({ id, line: name }));
}
