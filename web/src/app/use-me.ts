import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useSession } from '../sync/session.ts';

/** Who is signed in. Everything inside the frame is drawn only while somebody is. */
export function useMe(): EntityOf<'member'> {
  const session = useSession();
  if (session.state !== 'signed_in') throw new Error('a place was drawn while nobody was signed in');
  return session.member;
}
