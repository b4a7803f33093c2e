/** What labels a thing has, by the ids that were once given to it: merged labels are followed, removed ones left out. */
import { foldedText } from '../query/folded-text.ts';
import type { Label, Labelling } from './label.ts';

type LabelById = { readonly get: (id: string) => Label | undefined };

export function labelsById(labels: readonly Label[]): ReadonlyMap<string, Label> {
  return new Map(labels.map((label) => [label.id, label]));
}

/** The label that counts under an id; undefined where it was removed. A merge re-points what was merged before, so one step is enough. */
export function labelUnder(id: string, labels: LabelById): Label | undefined {
  const label = labels.get(id);
  return label === undefined || label.mergedIntoId === null ? label : labels.get(label.mergedIntoId);
}

/** By name, each once. */
export function labelsOf(labelling: Pick<Labelling, 'labelIds'> | undefined, labels: LabelById): readonly Label[] {
  if (labelling === undefined) return [];
  const found = new Set(labelling.labelIds.flatMap((id) => labelUnder(id, labels) ?? []));
  return [...found].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The label that is called so, capitals and accents apart, or was before it was merged. */
export function labelCalled(name: string, labels: readonly Label[]): Label | undefined {
  const wanted = foldedText(name.trim());
  const found = labels.filter((label) => foldedText(label.name) === wanted);
  const own = found.find(({ mergedIntoId }) => mergedIntoId === null);
  const [merged] = found;
  return own ?? (merged === undefined ? undefined : labels.find(({ id }) => id === merged.mergedIntoId));
}

export function labellingId(subjectId: string): string {
  return `${subjectId}.labels`;
}
