import { useView } from '../sync/use-store.ts';

/** The handle of an idea, a story or a task that the store holds; null for anything else. */
export function useHandle(id: string | null): string | null {
  return useView((read) => (read.get('story', id) ?? read.get('task', id) ?? read.get('idea', id))?.handle ?? null, [id]);
}
