// Inviting by a link that is shown once, and the links that nobody has used yet.
import { useState, type FormEvent } from 'react';
import { act } from '../app/notify.ts';
import { useMe } from '../app/use-me.ts';
import { send, type Refused } from '../sync/send.ts';
import { useQuery } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { asRole, roleOptions, roleWord } from './role-words.ts';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { ShownOnce } from './ShownOnce.tsx';

export function Invitations() {
  const { value, refusal, refetch } = useQuery('invitation.list', {}, { refreshOn: ['member'] });
  const [link, setLink] = useState<string | null>(null);
  const teams = useAll('team');
  const teamName = (id: string | null) => teams.find((team) => team.id === id)?.name;
  const revoke = async (invitationId: string) => {
    await act('invitation.revoke', { invitationId }, { canUndo: false, done: 'The invitation link no longer works.' });
    refetch();
  };
  const invited = (secret: string) => {
    setLink(`${location.origin}/join#${secret}`);
    refetch();
  };
  return (
    <>
      <SettingsPart title="Invite someone" note="You get a link to send them. It works once, for seven days.">
        {link === null ? (
          <InviteForm onInvited={invited} />
        ) : (
          <ShownOnce
            label="Invitation link"
            secret={link}
            note="Copy it now: it is shown this once. Whoever opens it becomes a member."
            onDone={() => setLink(null)}
          />
        )}
      </SettingsPart>
      {refusal !== null && <ErrorNotice problem={refusal.message} />}
      {value !== undefined && value.items.length > 0 && (
        <SettingsPart title="Open invitations">
          <ul className={styles.rows}>
            {value.items.map((invitation) => {
              const team = teamName(invitation.teamId);
              return (
                <li key={invitation.id} className={styles.row}>
                  <div className={styles.rowWords}>
                    <p>{invitation.note || 'Someone'}</p>
                    <p className={styles.rowNote}>
                      {roleWord(invitation.role)}
                      {team !== undefined && `, joins ${team}`}, ends <RelativeTime time={invitation.expiresAt} />
                    </p>
                  </div>
                  <Button
                    size="small"
                    aria-label={`Revoke the invitation for ${invitation.note || 'someone'}`}
                    onClick={() => void revoke(invitation.id)}
                  >
                    Revoke
                  </Button>
                </li>
              );
            })}
          </ul>
        </SettingsPart>
      )}
    </>
  );
}

function InviteForm({ onInvited }: { readonly onInvited: (secret: string) => void }) {
  const me = useMe();
  const teams = useAll('team');
  const [note, setNote] = useState('');
  const [role, setRole] = useState('member');
  const [teamId, setTeamId] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send('member.invite', { role: asRole(role), note, teamId: teamId || null });
    if ('refused' in sent) setRefused(sent);
    else onInvited(sent.value.invitationSecret);
  };
  const teamOptions = [{ value: '', label: 'No team yet' }, ...teams.map((team) => ({ value: team.id, label: team.name }))];
  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      {refused !== null && <ErrorNotice problem={refused.message} />}
      <div className={styles.fields}>
        <TextField
          label="For whom"
          hint="A note to yourself."
          maxLength={120}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <SelectField label="Role" value={role} options={roleOptions(me.role === 'owner', true)} onChange={setRole} />
        {teams.length > 0 && <SelectField label="Team" value={teamId} options={teamOptions} onChange={setTeamId} />}
      </div>
      <div>
        <Button type="submit" variant="primary">
          Make a link
        </Button>
      </div>
    </form>
  );
}
