import { join } from '../sync/session.ts';
import { AccountEntrance } from './AccountEntrance.tsx';

/** Where an invitation link leads: a name and a password make the account. */
export function JoinPage() {
  return (
    <AccountEntrance
      title="You are invited"
      note="Make your account; the link works once."
      submit="Join"
      cutShort="Open the whole invitation link, with what stands behind the #, or ask for a new one."
      enter={({ name, email, password }, invitationSecret) => join({ name, email, password, invitationSecret })}
      to="/"
    />
  );
}
