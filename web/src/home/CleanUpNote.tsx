import { useRouter } from '@tanstack/react-router';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useMe } from '../app/use-me.ts';
import { useList, type ListSpec } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import styles from './HomePage.module.css';

type Flag = EntityOf<'flag'>;

const toCleanUp: ListSpec<'flag'> = { entity: 'flag', where: (flag) => flag.cleanUp !== null };

/** The flags that one is to remove from the code, the earliest due first. */
export function useOwnCleanUps(): readonly Flag[] {
  const me = useMe();
  const flags = useList(toCleanUp);
  return flags.filter(({ cleanUp }) => cleanUp?.ownerId === me.id).toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
}

export function CleanUpNote({ flags }: { readonly flags: readonly Flag[] }) {
  const { history } = useRouter();
  const [first] = flags;
  if (first === undefined) return null;
  const again = flags.find(({ cleanUp }) => cleanUp?.reopenedAt !== undefined);
  const day = new Date(dueOf(first)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <li className={styles.note}>
      <p className={styles.words}>
        <strong>{flags.length === 1 ? '1 flag' : `${flags.length} flags`} to clean up</strong>
        {again === undefined
          ? `: ${first.key} by ${day}.`
          : `: ${again.key} was made permanent, and something asks for it again.`}
      </p>
      <Button size="small" onClick={() => history.push('/flags/to-clean-up')}>
        See where
      </Button>
    </li>
  );
}

function dueOf({ cleanUp }: Flag): string {
  return cleanUp?.dueDay ?? '';
}
