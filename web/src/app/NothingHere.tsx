import { useRouter } from '@tanstack/react-router';
import { EmptyState } from '../ui/EmptyState.tsx';

/** For an address that leads nowhere. */
export function NothingHere() {
  const { history } = useRouter();
  return (
    <EmptyState
      sentence="There is nothing at this address. It may have been mistyped, or lead to a place that does not exist."
      action={{ label: 'Go to the parking lot', run: () => history.push('/parking-lot') }}
    />
  );
}
