// The lines of the choice of labels: those there are, by what is typed, and the word itself where it is new.
import { labelCalled, labelsById, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import { foldedText } from '@shortlist/domain/query/folded-text.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { ManyChoice } from '../ui/ManyPicker.tsx';

type Label = EntityOf<'label'>;

export interface LabelChoice extends ManyChoice {
  /** Null for a word that is not a label yet. */
  readonly label: Label | null;
  /** The merged word that it was found by. */
  readonly hint: string;
}

/** `first`: ids of labels that stand above the others, which go by name. `all`: merged ones too. */
export function labelChoices(
  typed: string,
  all: readonly Label[],
  labellings: readonly (EntityOf<'labelling'> | undefined)[],
  first: ReadonlySet<string>,
): readonly LabelChoice[] {
  const wanted = foldedText(typed.trim());
  const byId = labelsById(all);
  const counts = new Map<string, number>();
  for (const labelling of labellings) {
    for (const { id } of labelsOf(labelling, byId)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const onHow = (id: string) => {
    const count = counts.get(id) ?? 0;
    return count === 0 ? 'none' : count === labellings.length ? 'all' : 'some';
  };
  const found = all
    .filter(({ mergedIntoId }) => mergedIntoId === null)
    .flatMap((label): readonly LabelChoice[] => {
      const isCalled = foldedText(label.name).includes(wanted);
      const former = isCalled
        ? undefined
        : all.find((one) => one.mergedIntoId === label.id && foldedText(one.name).includes(wanted));
      if (!isCalled && former === undefined) return [];
      return [
        { label, id: label.id, name: label.name, on: onHow(label.id), hint: former === undefined ? '' : `was ${former.name}` },
      ];
    })
    .toSorted((a, b) => isFirst(b, first) - isFirst(a, first) || a.name.localeCompare(b.name, 'en'));
  const isNew = wanted !== '' && labelCalled(typed, all) === undefined;
  return isNew ? [...found, { label: null, id: 'new', name: typed.trim(), on: 'new', hint: '' }] : found;
}

function isFirst({ label }: LabelChoice, first: ReadonlySet<string>): number {
  return Number(label !== null && first.has(label.id));
}
