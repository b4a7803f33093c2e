// The question that an act has opened, if any. Put once into every screen that has item acts.
import { sizes } from '@shortlist/domain/story/sizes.ts';
import { useMe } from '../app/use-me.ts';
import { nameOf, type Work } from '../story/item.ts';
import { PickDialog } from '../story/PickDialog.tsx';
import { useView } from '../sync/use-store.ts';
import { CommitDialog } from './CommitDialog.tsx';
import { DropDialog } from './DropDialog.tsx';
import { NotReadyDialog } from './NotReadyDialog.tsx';
import type { ItemActs } from './use-item-acts.ts';

const unsized = 'none';

export function ItemDialogs({ acts }: { readonly acts: ItemActs }) {
  const { asked, ask, team } = acts;
  const close = () => ask(null);
  if (asked === null) return null;
  switch (asked.kind) {
    case 'commit':
      return <CommitDialog work={asked.work} no={asked.no} team={team} onClose={close} />;
    case 'not_ready':
      return <NotReadyDialog work={asked.work} onClose={close} />;
    case 'drop':
      return <DropDialog works={asked.works} onClose={close} />;
    case 'step':
      return (
        <PickDialog
          title={`Where is ${namesOf(asked.works)}?`}
          options={team.steps.map(({ id, name }) => ({ id, label: name, isCurrent: isIn(asked.works, id) }))}
          onPick={(stepId) => acts.moveTo(asked.works, stepId)}
          onClose={close}
        />
      );
    case 'done':
      return (
        <PickDialog
          title="Was it seen to work?"
          note={`${namesOf(asked.works)} is done either way; the answer is kept with it.`}
          options={[
            { id: 'yes', label: 'Yes, verified', keys: 'y', isCurrent: true },
            { id: 'no', label: 'Not yet', keys: 'n' },
          ]}
          onPick={(answer) => acts.moveTo(asked.works, asked.stepId, answer === 'yes')}
          onClose={close}
        />
      );
    case 'size':
      return (
        <PickDialog
          title={`How big is ${namesOf(asked.works)}?`}
          note="The window counts items, not sizes; a size only says what to split."
          options={[
            ...sizes.map((size) => ({ id: size, label: size, isCurrent: asked.works[0]?.item.size === size })),
            { id: unsized, label: 'No size', keys: '0', isCurrent: asked.works[0]?.item.size === null },
          ]}
          onPick={(picked) => {
            const size = sizes.find((one) => one === picked) ?? null;
            close();
            acts.edit(asked.works, { size }, size === null ? 'has no size' : `is ${size}`);
          }}
          onClose={close}
        />
      );
    case 'owner':
      return <OwnerDialog acts={acts} works={asked.works} onClose={close} />;
    default:
      return asked satisfies never;
  }
}

interface OwnerDialogProps {
  readonly acts: ItemActs;
  readonly works: readonly Work[];
  readonly onClose: () => void;
}

const nobody = 'nobody';

function OwnerDialog({ acts, works, onClose }: OwnerDialogProps) {
  const me = useMe();
  const people = useView(
    (read) =>
      read
        .all('member')
        .filter((member) => member.removedAt === null && member.role !== 'suggester' && member.role !== 'viewer')
        .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name)),
    [me.id],
  );
  const current = works[0]?.item.ownerId ?? null;
  return (
    <PickDialog
      title={`Who owns ${namesOf(works)}?`}
      options={[
        ...people.map(({ id, name }) => ({
          id,
          label: name,
          isCurrent: id === current,
          ...(id === me.id && { hint: 'you' }),
        })),
        { id: nobody, label: 'Nobody', keys: '0', isCurrent: current === null },
      ]}
      onPick={(picked) => {
        const owner = people.find(({ id }) => id === picked) ?? null;
        onClose();
        acts.edit(works, { ownerId: owner?.id ?? null }, owner === null ? 'has no owner' : `belongs to ${owner.name}`);
      }}
      onClose={onClose}
    />
  );
}

function namesOf(works: readonly Work[]): string {
  const [first] = works;
  return works.length === 1 && first !== undefined ? nameOf(first.item) : `${works.length} items`;
}

function isIn(works: readonly Work[], stepId: string): boolean {
  return works.every(({ placement }) => placement.stepId === stepId);
}
