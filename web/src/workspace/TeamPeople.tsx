import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useMemo } from 'react';
import { useAll } from '../sync/use-store.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { editTeamTelling } from './edit-team.ts';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

type Member = EntityOf<'member'>;
type Team = EntityOf<'team'>;

export interface TeamPeopleProps {
  readonly team: Team;
  readonly mayManage: boolean;
}

/** Who moves the team's items, and which of them may go over the window with a reason. */
export function TeamPeople({ team, mayManage }: TeamPeopleProps) {
  const members = useAll('member');
  const [inTeam, others] = useMemo(() => {
    const here = members.filter((member) => member.removedAt === null).toSorted((a, b) => a.name.localeCompare(b.name));
    return [here.filter((one) => team.memberIds.includes(one.id)), here.filter((one) => !team.memberIds.includes(one.id))];
  }, [members, team.memberIds]);
  const add = (id: string) => {
    const member = others.find((other) => other.id === id);
    if (member !== undefined)
      void editTeamTelling(team, { memberIds: [...team.memberIds, member.id] }, `${member.name} is in ${team.name}.`);
  };
  return (
    <SettingsPart title="People" note="Members of a team move its items. Leads may go over the window, with a reason.">
      <ul className={inTeam.length > 0 ? styles.rows : undefined}>
        {inTeam.map((member) => (
          <PersonRow key={member.id} team={team} member={member} mayManage={mayManage} />
        ))}
      </ul>
      {inTeam.length === 0 && <p className={styles.quiet}>Nobody is in this team yet.</p>}
      {mayManage && others.length > 0 && (
        <div className={styles.fields}>
          <SelectField
            label="Add to the team"
            value=""
            options={[{ value: '', label: 'Choose a member' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={add}
          />
        </div>
      )}
    </SettingsPart>
  );
}

function PersonRow({ team, member, mayManage }: TeamPeopleProps & { readonly member: Member }) {
  const isLead = team.leadIds.includes(member.id);
  const without = (ids: Team['memberIds']) => ids.filter((id) => id !== member.id);
  const lead = (next: boolean) =>
    void editTeamTelling(
      team,
      { leadIds: next ? [...team.leadIds, member.id] : without(team.leadIds) },
      next ? `${member.name} leads ${team.name}.` : `${member.name} no longer leads ${team.name}.`,
    );
  const leave = () =>
    void editTeamTelling(
      team,
      { memberIds: without(team.memberIds), leadIds: without(team.leadIds) },
      `${member.name} is no longer in ${team.name}.`,
    );
  return (
    <li className={styles.row}>
      <Avatar name={member.name} named={false} />
      <span className={styles.rowWords}>{member.name}</span>
      {mayManage ? (
        <>
          <CheckboxField label="Lead" aria-label={`Lead: ${member.name}`} checked={isLead} onChange={lead} />
          <Button size="small" variant="plain" wordsAt="end" aria-label={`Take out ${member.name}`} onClick={leave}>
            Take out
          </Button>
        </>
      ) : (
        isLead && <Badge>Lead</Badge>
      )}
    </li>
  );
}
