import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState } from 'react';
import { act, notifyDone } from '../app/notify.ts';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

export interface RemoveMemberProps {
  readonly member: EntityOf<'member'>;
  readonly onClose: () => void;
}

/** Asks first: a taken login cannot be given back, only a new invitation made. */
export function RemoveMember({ member, onClose }: RemoveMemberProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const remove = async () => {
    const sent = await act('member.remove', { memberId: member.id }, { canUndo: false, quiet: true });
    if ('refused' in sent) return setRefused(sent);
    notifyDone(`${member.name} has no login here any more.`);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${member.name}?`}
      width="small"
      onSubmit={() => void remove()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="danger" type="submit">
            Remove
          </Button>
        </>
      }
    >
      {refused !== null && <ErrorNotice problem={refused.message} />}
      <p>
        The login, sessions and tokens end at once; to come back takes a new invitation. The name stays on what {member.name} did.
      </p>
    </Dialog>
  );
}
