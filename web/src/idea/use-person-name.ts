import { useMemo } from 'react';
import { useAll, useView } from '../sync/use-store.ts';

/** The name of a member or of someone outside; null while it is not known here. */
export function usePersonName(id: string | null | undefined): string | null {
  return useView((read) => read.get('member', id)?.name ?? read.get('contact', id)?.name ?? null, [id]);
}

/** As `usePersonName`, for the rows of a list; a new function whenever a name has changed. */
export function usePersonNames(): (id: string | null) => string | null {
  const members = useAll('member');
  const contacts = useAll('contact');
  return useMemo(() => {
    const names = new Map<string, string>([...contacts, ...members].map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : (names.get(id) ?? null));
  }, [members, contacts]);
}
