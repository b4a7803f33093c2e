// The labels there are, and those of one idea or item.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { labellingId, labelsById, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import { useMemo } from 'react';
import { useAll, useEntity } from '../sync/use-store.ts';

export type Label = EntityOf<'label'>;

const none: readonly Label[] = [];

/** By name, merged ones left out. */
export function useLabels(): readonly Label[] {
  const all = useAll('label');
  return useMemo(() => all.filter(({ mergedIntoId }) => mergedIntoId === null).toSorted(byName), [all]);
}

/** By name. `fetched`: what the server says of something that is not in the store. */
export function useLabelsOf(subjectId: string, fetched: readonly Label[] = none): readonly Label[] {
  const labelling = useEntity('labelling', labellingId(subjectId));
  const all = useAll('label');
  return useMemo(() => (labelling === undefined ? fetched : labelsOf(labelling, labelsById(all))), [labelling, all, fetched]);
}

function byName(a: Label, b: Label): number {
  return a.name.localeCompare(b.name, 'en');
}
