import { usePersonName } from '../idea/use-person-name.ts';
import { Avatar } from '../ui/Avatar.tsx';

/** Who owns an item, as initials; an empty place for nobody. */
export function OwnerMark({ ownerId }: { readonly ownerId: string | null }) {
  return <Avatar name={usePersonName(ownerId)} />;
}
