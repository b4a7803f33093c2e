import { useMemo } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import { MarkBadges } from '../backlog/MarkBadges.tsx';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { useAllMarks, type Mark } from '../backlog/use-marks.ts';
import type { Team } from '../story/item.ts';
import { itemCommands } from '../story/item-commands.ts';
import { WorkRing } from '../story/Readiness.tsx';
import { missingInShort } from '../story/readiness-words.ts';
import { standsIn } from '../story/StageBadge.tsx';
import { ActButton } from '../ui/ActButton.tsx';
import { actNamed } from '../ui/command.ts';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { HomePart, HomeWork } from './home-works.ts';
import styles from './HomePage.module.css';

export interface HomeListProps {
  readonly works: readonly HomeWork[];
  /** The keys walk it while nothing else has the focus. */
  readonly main: boolean;
  /** Null until the team's own figures are there. */
  readonly actsOf: (team: Team) => ItemActs | null;
}

const idOf = ({ work }: HomeWork) => work.id;
const sectionOf = ({ part }: HomeWork) => part;

/** The items one owns or works on, of all teams: what is in progress first. */
export function HomeList({ works, main, actsOf }: HomeListProps) {
  const marks = useAllMarks(true);
  const markOf = useMemo(() => new Map<string, Mark>(marks?.map((mark) => [mark.itemId, mark])), [marks]);
  const { handle, open, openPage, peek } = useOpenItem();
  const contextOf = (chosen: readonly HomeWork[]) => {
    const [first] = chosen;
    const acts = first === undefined || chosen.some(({ team }) => team.id !== first.team.id) ? null : actsOf(first.team);
    return acts === null ? null : { acts, works: chosen.map(({ work }) => work) };
  };
  return (
    <List
      label="Yours"
      items={works}
      idOf={idOf}
      sectionOf={sectionOf}
      main={main}
      hasOpen={handle !== null}
      openId={works.find(({ work }) => work.item.handle === handle)?.work.id ?? null}
      onOpen={({ work }) => open(work.item.handle)}
      onOpenPage={({ work }) => openPage(work.item.handle)}
      onPeek={({ work }) => peek(work.item.handle)}
      commands={{ set: itemCommands, contextOf }}
      menuLabelOf={({ work }) => `Acts on ${work.item.handle}`}
      tallOnPhone
    >
      {(row) => <HomeRow row={row} mark={markOf.get(row.work.id)} acts={actsOf(row.team)} />}
    </List>
  );
}

/** The act that comes next, by where an item stands. */
const nextActs: Readonly<Record<HomePart, string>> = {
  'In progress': 'item.step',
  Committed: 'item.start',
  'In refinement': 'item.commit',
};

interface HomeRowProps {
  readonly row: HomeWork;
  readonly mark: Mark | undefined;
  readonly acts: ItemActs | null;
}

function HomeRow({ row, mark, acts }: HomeRowProps) {
  const { work, team, part, isBeside } = row;
  const { item, placement, readiness } = work;
  const isShaped = part === 'In refinement';
  const next =
    acts === null || (isShaped && !readiness.ready) ? null : actNamed(itemCommands, nextActs[part], { acts, works: [work] });
  return (
    <>
      <Handle text={item.handle === '' ? null : item.handle} column />
      {isShaped && <WorkRing work={work} />}
      <RowTitle detail={isShaped && !readiness.ready ? missingInShort(readiness) : standsIn(placement, team)}>
        {item.title}
      </RowTitle>
      {isBeside && <Badge>Collaborator</Badge>}
      <MarkBadges mark={mark} />
      <span className={styles.next}>
        <ActButton act={next} size="small" />
      </span>
      <RowFigure width="narrow">
        <RelativeTime time={placement.enteredStepAt} look="short" />
      </RowFigure>
    </>
  );
}
