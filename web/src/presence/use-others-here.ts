import { useMemo } from 'react';
import { useMe } from '../app/use-me.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { usePresent } from '../sync/use-presence.ts';

export interface OtherHere {
  readonly memberId: string;
  readonly name: string;
  /** The fields this person writes in; none while only reading. */
  readonly fields: readonly string[];
}

/** Who else is at what is shown, once each, in the order of their names. Oneself is left out, other tabs of one's own too. */
export function useOthersHere(): readonly OtherHere[] {
  const present = usePresent();
  const me = useMe();
  const nameOf = usePersonNames();
  return useMemo(() => {
    const byPerson = Map.groupBy(
      present.filter(({ memberId }) => memberId !== me.id),
      ({ memberId }) => memberId,
    );
    return [...byPerson]
      .map(([memberId, places]) => ({
        memberId,
        name: nameOf(memberId) ?? 'Somebody',
        fields: places.flatMap(({ field }) => field ?? []),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  }, [present, me.id, nameOf]);
}
