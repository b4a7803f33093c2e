import { useRouter } from '@tanstack/react-router';

/** Leads back to the parking lot, where reviews begin. */
export function useLeave(): () => void {
  const { history } = useRouter();
  return () => history.push('/parking-lot');
}
