import type { EntityOf } from '@shortlist/domain/entities.ts';
import { ExternalLink } from 'lucide-react';
import { lazy, Suspense, useCallback, type ReactNode } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import { SubjectLabels } from '../label/LabelChips.tsx';
import { usePlaceMemory } from '../list/use-place-memory.ts';
import { Badge } from '../ui/Badge.tsx';
import { actsOf } from '../ui/command.ts';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { decisionWord } from './decision-words.ts';
import { ideaCommands } from './idea-commands.ts';
import styles from './IdeaList.module.css';
import { sourceLink } from './source-words.ts';
import { useIdeaActs } from './use-idea-acts.ts';

type Idea = EntityOf<'idea'>;

export interface IdeaListProps {
  readonly ideas: readonly Idea[];
  /** The suggester's name; null draws the column without one. */
  readonly nameOf: (personId: string | null) => string | null;
  readonly empty: ReactNode;
}

const SelectionBar = lazy(async () => ({ default: (await import('../list/SelectionBar.tsx')).SelectionBar }));

const idOf = (idea: Idea) => idea.id;

/** Ideas as rows: handle, problem and context, who said it, how old it is. */
export function IdeaList({ ideas, nameOf, empty }: IdeaListProps) {
  const { handle: openHandle, open, openPage, peek } = useOpenItem();
  const acts = useIdeaActs();
  const memory = usePlaceMemory('ideas');
  const chosen = memory.selected.size === 0 ? [] : ideas.filter(({ id }) => memory.selected.has(id));
  const openId = openHandle === null ? null : (ideas.find(({ handle }) => handle === openHandle)?.id ?? null);
  const drawnRow = useCallback((idea: Idea) => <IdeaRow idea={idea} name={nameOf(idea.suggesterId)} />, [nameOf]);
  return (
    <>
      <List
        label="Ideas"
        items={ideas}
        idOf={idOf}
        openId={openId}
        hasOpen={openHandle !== null}
        onOpen={({ handle }) => open(handle)}
        onOpenPage={({ handle }) => openPage(handle)}
        onPeek={({ handle }) => peek(handle)}
        commands={{ set: ideaCommands, contextOf: (meant) => ({ acts, ideas: meant }) }}
        {...memory}
        selected={new Set(chosen.map(idOf))}
        menuLabelOf={({ handle }) => `Acts on ${handle}`}
        tallOnPhone
        empty={empty}
      >
        {drawnRow}
      </List>
      <Suspense>
        {chosen.length > 0 && (
          <SelectionBar
            count={chosen.length}
            total={ideas.length}
            acts={actsOf(ideaCommands, { acts, ideas: chosen })}
            onAll={() => memory.onSelect(new Set(ideas.map(idOf)))}
            onClear={() => memory.onSelect(new Set())}
          />
        )}
      </Suspense>
    </>
  );
}

function IdeaRow({ idea, name }: { readonly idea: Idea; readonly name: string | null }) {
  const source = sourceLink(idea);
  return (
    <>
      <Handle text={idea.handle === '' ? null : idea.handle} column />
      <RowTitle detail={idea.context ?? undefined}>{idea.problem}</RowTitle>
      {idea.decision !== null && <Badge>{decisionWord(idea.decision.kind)}</Badge>}
      {idea.keptCount > 0 && <Badge>Kept {idea.keptCount} of 3</Badge>}
      <SubjectLabels subjectId={idea.id} />
      <span className={styles.from}>
        {source?.href != null && (
          <a
            href={source.href}
            target="_blank"
            rel="noreferrer noopener"
            // A row is walked to as a whole; its panel has the same link.
            tabIndex={-1}
            className={styles.source}
            aria-label={`${source.words} at its source`}
            title={source.words}
          >
            <ExternalLink size={14} />
          </a>
        )}
        <RowFigure width="wide">{name ?? ''}</RowFigure>
      </span>
      <RowFigure width="narrow" hideOnPhone={false}>
        <RelativeTime time={idea.capturedAt} look="short" />
      </RowFigure>
    </>
  );
}
