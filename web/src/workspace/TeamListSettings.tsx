import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useMay } from '../app/use-may.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Handle } from '../ui/Handle.tsx';
import { NewTeam } from './NewTeam.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';

export function TeamListSettings() {
  const all = useAll('team');
  const teams = useMemo(() => all.toSorted((a, b) => a.name.localeCompare(b.name)), [all]);
  const mayManage = useMay('manage_teams');
  const [making, setMaking] = useState(false);
  const { history } = useRouter();
  const newTeam = mayManage && <Button onClick={() => setMaking(true)}>New team</Button>;
  return (
    <>
      <SettingsPart title="Teams" note="A team owns one backlog." action={teams.length > 0 && newTeam}>
        {teams.length === 0 ? (
          <EmptyState
            sentence="Work is committed to a team, at the pace that the team has measured. Make the first one to give ideas somewhere to go."
            {...(mayManage && { action: { label: 'Make a team', run: () => setMaking(true) } })}
          />
        ) : (
          <ul className={styles.rows}>
            {teams.map((team) => (
              <li key={team.id} className={styles.row}>
                <Handle text={team.key} column />
                <div className={styles.rowWords}>
                  <a href={`/settings/teams/${team.key}`} className={styles.link}>
                    {team.name}
                  </a>
                  <p className={styles.rowNote}>
                    {team.memberIds.length === 1 ? '1 member' : `${team.memberIds.length} members`}, window of{' '}
                    {Math.round(team.windowDays / 7)} weeks
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </SettingsPart>
      {making && (
        <NewTeam
          onClose={() => setMaking(false)}
          onMade={(team) => {
            setMaking(false);
            history.push(`/settings/teams/${team.key}`);
          }}
        />
      )}
    </>
  );
}
