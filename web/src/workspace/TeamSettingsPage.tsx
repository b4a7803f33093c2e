// One team's settings: what it is called, when it works, how much it may hold, who is in it and its workflow.
import { useParams, useRouter } from '@tanstack/react-router';
import { useBy } from '../sync/use-store.ts';
import { useConnection } from '../sync/use-connection.ts';
import { NothingHere } from '../app/NothingHere.tsx';
import { useMay } from '../app/use-may.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { TeamCalendar } from './TeamCalendar.tsx';
import { TeamFacts } from './TeamFacts.tsx';
import { TeamReady } from './TeamReady.tsx';
import { TeamPeople } from './TeamPeople.tsx';
import { WorkflowEditor } from './WorkflowEditor.tsx';
import { WorkflowSteps } from './WorkflowSteps.tsx';

export function TeamSettingsPage() {
  const { team: key = '' } = useParams({ strict: false });
  const team = useBy('team', 'key', key)[0];
  const { state } = useConnection();
  const mayManage = useMay('manage_teams');
  const { history } = useRouter();
  if (team === undefined && state !== 'loading') return <NothingHere />;
  return (
    <SettingsFrame section="teams">
      {team === undefined ? (
        <Skeleton label="Loading the team">
          <SkeletonRows count={4} />
        </Skeleton>
      ) : (
        <>
          <TeamFacts team={team} mayManage={mayManage} />
          {mayManage && <TeamCalendar team={team} />}
          {mayManage && <TeamReady team={team} />}
          <TeamPeople team={team} mayManage={mayManage} />
          {mayManage ? <WorkflowEditor team={team} /> : <WorkflowSteps team={team} />}
          <div>
            <Button variant="plain" wordsAt="start" onClick={() => history.push('/settings/teams')}>
              All teams
            </Button>
          </div>
        </>
      )}
    </SettingsFrame>
  );
}
