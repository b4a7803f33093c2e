// The problem check beside an opened story: what it found, why, and what to ask instead. It never stops anybody.
import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import { useMemo, useState, type RefObject } from 'react';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { Criterion, Story } from '../story/item.ts';
import { useCommands } from '../ui/use-commands.ts';
import { checkCommands, type CheckContext } from './check-commands.ts';
import { CheckMarks } from './CheckMarks.tsx';
import { FindingCard } from './FindingCard.tsx';
import { FindingList, type FindingListProps } from './FindingList.tsx';
import { SetAside } from './SetAside.tsx';
import { findingKey, shownFindings } from './shown-findings.ts';
import styles from './StoryCheck.module.css';
import { useCheckActs } from './use-check-acts.ts';
import { useFindingCard } from './use-finding-card.ts';
import { useStoryCheck } from './use-story-check.ts';

export interface StoryCheckProps {
  readonly story: Story;
  readonly criteria: readonly Criterion[];
  readonly mayEdit: boolean;
  /** What holds the fields; positioned, since the lines are drawn over it. */
  readonly within: RefObject<HTMLElement | null>;
}

export function StoryCheck({ story, criteria, mayEdit, within }: StoryCheckProps) {
  const live = useStoryCheck(story, criteria, within);
  const acts = useCheckActs(story, live, within);
  const [chosen, setChosen] = useState<string | null>(null);
  const [wayFor, setWayFor] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { main: findings, inCriteria } = useMemo(() => shownFindings(live.check), [live.check]);
  const marked = useMemo(() => [...findings, ...inCriteria], [findings, inCriteria]);
  const current = marked.find((finding) => findingKey(finding) === chosen) ?? findings[0] ?? null;
  const currentKey = current === null ? null : findingKey(current);
  const card = useFindingCard(within, setChosen);
  const carded = card.shown === null ? null : (marked.find((finding) => findingKey(finding) === card.shown) ?? null);
  const repair = (finding: Finding) => {
    card.close();
    setChosen(findingKey(finding));
    if (finding.repair === 'second-way') setWayFor(findingKey(finding));
    else acts.moveToCriteria(finding);
  };
  const walk = (by: -1 | 1) => {
    const at = chosen === null ? (by === 1 ? -1 : 0) : findings.findIndex((finding) => findingKey(finding) === currentKey);
    const next = findings[(at + by + findings.length) % findings.length];
    if (next === undefined) return;
    setChosen(findingKey(next));
    setSaid(`${next.words === '' ? next.name : `“${next.words}”`}: ${next.why} ${next.question}`);
    if (acts.show(next)) card.show(findingKey(next));
  };
  const context: CheckContext = { current, mayShape: mayEdit, walk, repair, setAside: acts.setAside };
  useCommands(checkCommands, () => context);
  const list: Omit<FindingListProps, 'findings'> = {
    current,
    wayFor: mayEdit ? wayFor : null,
    context,
    onChoose: (finding) => {
      setChosen(findingKey(finding));
      acts.show(finding);
    },
    onWay: (finding, way) => {
      setWayFor(null);
      if (way === null) acts.setAside(finding, 'given');
      else acts.keepSecondWay(finding, way);
    },
    onLeaveWay: () => setWayFor(null),
  };
  if (story.personaId === null && story.need + story.benefit === '' && findings.length === 0) return null;
  return (
    <>
      <section aria-label="Problem check" className={styles.check}>
        <h2 className={styles.heading}>
          Problem check
          <span className={styles.count}>{findings.length === 0 ? 'Nothing to remark' : `${findings.length} to look at`}</span>
        </h2>
        <FindingList {...list} findings={findings} />
        {inCriteria.length > 0 && (
          <details className={styles.aside}>
            <summary>{inCriteria.length} in the criteria, where a how may stand</summary>
            <FindingList {...list} findings={inCriteria} />
          </details>
        )}
        <SetAside dismissals={live.dismissals} mayEdit={mayEdit} onBringBack={acts.bringBack} />
        <VisuallyHidden>
          <span role="status">{said}</span>
        </VisuallyHidden>
        <CheckMarks within={within} findings={marked} current={currentKey} />
      </section>
      {carded !== null && (
        <FindingCard key={findingKey(carded)} finding={carded} context={context} boxOf={() => card.boxOf(findingKey(carded))} />
      )}
    </>
  );
}
