import type { FeatureKey } from '@shortlist/domain/feature/feature-words.ts';
import { isFeatureOn, whyOff } from '@shortlist/domain/feature/is-feature-on.ts';
import { useSession } from '../sync/session.ts';

/** Whether who is signed in has a feature of Shortlist's own; follows what owners choose in Settings, at once. */
export function useFeature(key: FeatureKey): boolean {
  const session = useSession();
  return session.state === 'signed_in' && isFeatureOn(key, session.workspace, session.member.role);
}

/** The sentence the server refuses the feature with; null where who is signed in has it. */
export function useWhyOff(key: FeatureKey): string | null {
  const session = useSession();
  return session.state === 'signed_in' ? (whyOff(key, session.workspace, session.member.role)?.message ?? null) : null;
}
