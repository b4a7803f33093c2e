// Who has a login here, with what role; invitations; and taking a login away.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useMemo, useState } from 'react';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useMe } from '../app/use-me.ts';
import { useAll } from '../sync/use-store.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Invitations } from './Invitations.tsx';
import { RemoveMember } from './RemoveMember.tsx';
import { asRole, disciplineWord, roleOptions, roleWord } from './role-words.ts';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

type Member = EntityOf<'member'>;

export function MemberSettings() {
  const members = useAll('member');
  const mayManage = useMay('manage_members');
  const [leaving, setLeaving] = useState<Member | null>(null);
  const here = useMemo(
    () => members.filter((member) => member.removedAt === null).toSorted((a, b) => a.name.localeCompare(b.name)),
    [members],
  );
  return (
    <>
      <SettingsPart title="Members" note={`${here.length} with a login.`}>
        <ul className={styles.rows}>
          {here.map((member) => (
            <MemberRow key={member.id} member={member} mayManage={mayManage} onRemove={() => setLeaving(member)} />
          ))}
        </ul>
      </SettingsPart>
      {mayManage && <Invitations />}
      {leaving !== null && <RemoveMember member={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly mayManage: boolean;
  readonly onRemove: () => void;
}

function MemberRow({ member, mayManage, onRemove }: MemberRowProps) {
  const me = useMe();
  const isOwner = me.role === 'owner';
  const teams = useAll('team').flatMap((team) => (team.memberIds.includes(member.id) ? [team.name] : []));
  const discipline = member.discipline === 'other' ? [] : [disciplineWord(member.discipline)];
  // Only an owner changes owners.
  const mayChange = mayManage && (isOwner || member.role !== 'owner');
  return (
    <li className={styles.row}>
      <Avatar name={member.name} named={false} />
      <div className={styles.rowWords}>
        <p>
          {member.name} {member.id === me.id && <Badge>You</Badge>}
        </p>
        <p className={styles.rowNote}>{[...discipline, ...teams].join(', ')}</p>
      </div>
      {mayChange ? (
        <div className={styles.rowField}>
          <SelectField
            label={`Role of ${member.name}`}
            hideLabel
            value={member.role}
            options={roleOptions(isOwner, false)}
            onChange={(role) =>
              void act(
                'member.edit',
                { memberId: member.id, role: asRole(role) },
                { done: `${member.name} is now ${roleWord(asRole(role)).toLowerCase()}.` },
              )
            }
          />
        </div>
      ) : (
        <span className={mayManage ? styles.rowWord : styles.quiet}>{roleWord(member.role)}</span>
      )}
      {mayManage && (
        <span className={styles.rowAct}>
          {mayChange && member.id !== me.id && (
            <Button size="small" variant="plain" wordsAt="end" aria-label={`Remove ${member.name}`} onClick={onRemove}>
              Remove
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
