import { useQuery } from '../sync/use-query.ts';
import { useBy } from '../sync/use-store.ts';

/** The idea of the store, or, for one decided long ago and for suggesters, as the server answers it. */
export function useIdea(handle: string) {
  const live = useBy('idea', 'handle', handle)[0];
  const asked = useQuery('idea.get', live === undefined ? { ideaId: handle } : null);
  return { idea: live ?? asked.value?.idea, labels: asked.value?.labels, refusal: live === undefined ? asked.refusal : null };
}
