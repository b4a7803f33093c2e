// What one suggested, and what became of it.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../app/use-me.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { decisionWord } from '../idea/decision-words.ts';
import { ideaCommands } from '../idea/idea-commands.ts';
import { useIdeaActs } from '../idea/use-idea-acts.ts';
import { useBy } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';

type Idea = EntityOf<'idea'>;

/** What was decided longer ago is no news. */
const newsDays = 30;
const most = 8;

/** One's own ideas: the latest answers first, then those that wait, the newest first. */
export function useSuggested(): readonly Idea[] {
  const me = useMe();
  const own = useBy('idea', 'suggesterId', me.id);
  const now = useSyncExternalStore(everyMinute, minuteNow);
  return useMemo(() => {
    const isNews = ({ decidedAt }: Idea) => decidedAt === null || now - Date.parse(decidedAt) < newsDays * 86_400_000;
    const key = ({ decidedAt, capturedAt }: Idea) => (decidedAt === null ? `0${capturedAt}` : `1${decidedAt}`);
    return own
      .filter(isNews)
      .toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
      .slice(0, most);
  }, [own, now]);
}

const idOf = ({ id }: Idea) => id;
const sectionOf = () => 'You suggested';

export function SuggestedIdeas({ ideas, main }: { readonly ideas: readonly Idea[]; readonly main: boolean }) {
  const { handle, open, openPage, peek } = useOpenItem();
  const acts = useIdeaActs();
  return (
    <List
      label="You suggested"
      items={ideas}
      idOf={idOf}
      sectionOf={sectionOf}
      main={main}
      hasOpen={handle !== null}
      openId={ideas.find((idea) => idea.handle === handle)?.id ?? null}
      onOpen={(idea) => open(idea.handle)}
      onOpenPage={(idea) => openPage(idea.handle)}
      onPeek={(idea) => peek(idea.handle)}
      commands={{ set: ideaCommands, contextOf: (chosen) => ({ acts, ideas: chosen }) }}
      menuLabelOf={(idea) => `Acts on ${idea.handle}`}
      tallOnPhone
    >
      {(idea) => (
        <>
          <Handle text={idea.handle === '' ? null : idea.handle} column />
          <RowTitle detail={sentenceOf(idea)}>{idea.problem}</RowTitle>
          <Badge tone={idea.decision?.kind === 'refine' ? 'good' : 'plain'}>
            {idea.decision === null ? 'Waits for a review' : decisionWord(idea.decision.kind)}
          </Badge>
          <RowFigure width="narrow">
            <RelativeTime time={idea.decidedAt ?? idea.capturedAt} look="short" />
          </RowFigure>
        </>
      )}
    </List>
  );
}

/** What whoever decided wrote to the one who suggested it. */
function sentenceOf({ decision }: Idea): string | undefined {
  return decision !== null && 'sentence' in decision ? decision.sentence : undefined;
}
