import type { EntityOf } from '@shortlist/domain/entities.ts';
import { readinessWords } from '@shortlist/domain/story/readiness.ts';
import { storyPoints, type StoryPoint } from '@shortlist/domain/story/ready-points.ts';
import { useState } from 'react';
import type { Refused } from '../sync/send.ts';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { editTeam } from './edit-team.ts';
import { SettingsPart } from './SettingsPart.tsx';

/** What a story needs before the team commits it. */
export function TeamReady({ team }: { readonly team: EntityOf<'team'> }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const toggle = async (point: StoryPoint, isAsked: boolean) => {
    const readyPoints = storyPoints.filter((other) => (other === point ? isAsked : team.readyPoints.includes(other)));
    setRefused(await editTeam(team, { readyPoints }));
  };
  return (
    <SettingsPart
      title="Ready"
      note="What a story says before it may be committed. In a team of one nobody else has to read it. A task needs a why."
    >
      {refused !== null && <ErrorNotice problem={refused.message} />}
      <fieldset>
        <legend>A story needs</legend>
        {storyPoints.map((point) => (
          <CheckboxField
            key={point}
            label={words(readinessWords[point])}
            checked={team.readyPoints.includes(point)}
            onChange={(isAsked) => void toggle(point, isAsked)}
          />
        ))}
      </fieldset>
    </SettingsPart>
  );
}

function words(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
