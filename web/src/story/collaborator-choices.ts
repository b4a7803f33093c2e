// The lines of the choice of collaborators: who could work on some items beside their owners, by what is typed. Pure.
import { foldedText } from '@shortlist/domain/query/folded-text.ts';
import { collaboratorsOf } from '@shortlist/domain/story/collaborators.ts';
import type { ManyChoice } from '../ui/ManyPicker.tsx';
import type { Item } from './item.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * `people`: who may work on items, in their order; `nameOf`: of others, who stand behind them while they are collaborators still.
 * Whoever owns all of the items is left out; `first`: ids that stand above the others.
 */
export function collaboratorChoices(
  typed: string,
  items: readonly Item[],
  people: readonly Person[],
  nameOf: (id: string) => string | null,
  first: ReadonlySet<string>,
): readonly ManyChoice[] {
  const wanted = foldedText(typed.trim());
  const known = new Set(people.map(({ id }) => id));
  const gone = [...new Set<string>(items.flatMap(collaboratorsOf))].filter((id) => !known.has(id));
  const all = [...people, ...gone.map((id) => ({ id, name: nameOf(id) ?? 'Somebody who left' }))];
  return all
    .filter(({ id, name }) => foldedText(name).includes(wanted) && !items.every(({ ownerId }) => ownerId === id))
    .map(({ id, name }): ManyChoice => {
      const could = items.filter(({ ownerId }) => ownerId !== id);
      const count = could.filter((item) => collaboratorsOf(item).some((one) => one === id)).length;
      const on = count === 0 ? 'none' : count === could.length ? 'all' : 'some';
      return { id, name, on, hint: hintOf(known.has(id), could.length < items.length) };
    })
    .toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
}

function hintOf(isHere: boolean, ownsSome: boolean): string {
  if (!isHere) return 'no member any more';
  return ownsSome ? 'owns some' : '';
}
