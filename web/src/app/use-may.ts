import { roleMay, type Capability } from '@shortlist/domain/workspace/roles.ts';
import { useSession } from '../sync/session.ts';

/** Whether who is signed in may do it; ask before showing a button. */
export function useMay(capability: Capability): boolean {
  const session = useSession();
  return session.state === 'signed_in' && roleMay(session.member.role, capability);
}
