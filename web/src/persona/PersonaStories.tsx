// The stories of a persona, those that ended long ago too.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { itemHref, useOpenItem } from '../app/use-open-item.ts';
import { useQuery } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';
import { standsIn } from '../story/StageBadge.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { SettingsPart } from '../workspace/SettingsPart.tsx';
import { bearsOnPersonas } from './use-persona-counts.ts';

/** A persona with more stories than that is found by `persona:` in Everything. */
const mostShown = 500;

export function PersonaStories({ personaId }: { readonly personaId: string }) {
  const { value, refusal } = useQuery('persona.stories', { personaId, limit: mostShown }, { refreshOn: bearsOnPersonas });
  const teams = useAll('team');
  const { handle: openHandle, open, openPage, peek } = useOpenItem();
  const items = value?.items;
  const note = value?.next == null ? undefined : `The newest ${mostShown}. Everything has all of them.`;
  return (
    <SettingsPart title="Stories" note={note}>
      {items === undefined && refusal !== null && <ErrorNotice problem={refusal.message} />}
      {items === undefined && refusal === null && (
        <Skeleton label="Loading the stories">
          <SkeletonRows count={3} />
        </Skeleton>
      )}
      {items !== undefined && (
        <List
          label="Stories"
          items={items}
          idOf={({ story }) => story.id}
          openId={items.find(({ story }) => story.handle === openHandle)?.story.id ?? null}
          hasOpen={openHandle !== null}
          onOpen={({ story }) => open(story.handle)}
          onOpenPage={({ story }) => openPage(story.handle)}
          onPeek={({ story }) => peek(story.handle)}
          tallOnPhone
          empty={<EmptyState sentence="No story is about them yet. Name them in the first words of one." />}
        >
          {({ story, placement }) => {
            const team = teams.find(({ id }) => id === placement.teamId);
            const stage = stageOf(placement, team);
            return (
              <>
                <Handle text={story.handle} href={itemHref(story.handle)} column />
                <RowTitle done={stage === 'wont_do' || stage === 'parked'}>{story.title}</RowTitle>
                <RowFigure width="wide" hideOnPhone={false}>
                  {team === undefined ? '' : standsIn(placement, team)}
                </RowFigure>
              </>
            );
          }}
        </List>
      )}
    </SettingsPart>
  );
}
