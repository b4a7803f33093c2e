// One filter, sorting or view of a place, kept in its address.
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { textsOf } from './search-text.ts';

/** The value of `?name=`, empty when absent, and how to set it. Setting replaces the address: Back leaves the place. */
export function useSearchText(name: string): readonly [string, (value: string) => void] {
  const value = useRouterState({ select: (state) => textsOf(state.location.search)[name] ?? '' });
  const navigate = useNavigate();
  const set = (next: string) =>
    void navigate({ to: '.', search: (before) => ({ ...before, [name]: next || undefined }), replace: true });
  return [value, set];
}
