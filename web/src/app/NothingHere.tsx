import { useRouter } from '@tanstack/react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import styles from './NothingHere.module.css';

/** In a place, for an address that leads nowhere. */
export function NothingHere() {
  const { history } = useRouter();
  return (
    <>
      <PageHeader title="Nothing here" />
      <EmptyState
        sentence="There is nothing at this address. It may have been mistyped, or lead to something that you may not see."
        action={{ label: 'Go to Home', run: () => history.push('/') }}
      />
    </>
  );
}

/** As `NothingHere`, where there is no frame around it. */
export function NothingAtAll() {
  return (
    <main className={styles.paper}>
      <NothingHere />
    </main>
  );
}
