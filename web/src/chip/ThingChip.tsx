// What a text names, live: its title, how it stands, and a card with more. What is not known here, or of another workspace, stays the
// words that were typed.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { Circle, CircleCheck, CircleDot, CircleSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { itemHref } from '../app/use-open-item.ts';
import { useFlag } from '../flag/flag-rows.ts';
import { FlagRung } from '../flag/FlagRung.tsx';
import { decisionWord } from '../idea/decision-words.ts';
import { useIdea } from '../idea/use-idea.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { standsIn } from '../story/StageBadge.tsx';
import { useWork } from '../story/use-work.ts';
import { useEntity } from '../sync/use-store.ts';
import { CardLink } from '../ui/HoverCard.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { ChipOf } from './chip-parts.ts';
import styles from './ThingChip.module.css';

export interface ThingChipProps {
  readonly chip: ChipOf;
  /** As it was typed: shown while nothing is known. */
  readonly text: string;
}

export function ThingChip({ chip, text }: ThingChipProps) {
  switch (chip.kind) {
    case 'item':
      return <ItemChip handle={chip.handle} text={text} />;
    case 'idea':
      return <IdeaChip handle={chip.handle} text={text} />;
    case 'flag':
      return <FlagChip flagKey={chip.key} text={text} />;
    case 'member':
      return <MemberChip id={chip.id} text={text} />;
    default:
      return chip satisfies never;
  }
}

function ItemChip({ handle, text }: { readonly handle: string; readonly text: string }) {
  const { work, team } = useWork(handle);
  const owner = usePersonName(work?.item.ownerId);
  if (work === undefined || team === undefined) return text;
  const stage = stageOf(work.placement, team);
  const stands = standsIn(work.placement, team);
  const facts = {
    title: work.item.title,
    stands,
    people: owner === null ? 'Nobody owns it' : `${owner} owns it`,
    since: work.item.createdAt,
  };
  return <Shown handle={handle} name={handle} mark={<StageMark stage={stage} words={stands} />} {...facts} />;
}

function IdeaChip({ handle, text }: { readonly handle: string; readonly text: string }) {
  const { idea } = useIdea(handle);
  const suggester = usePersonName(idea?.suggesterId);
  if (idea === undefined) return text;
  const { decision, problem, capturedAt } = idea;
  const stands = decision === null ? 'In the parking lot' : decisionWord(decision.kind);
  const mark = <StageMark stage={decision === null ? 'todo' : decision.kind === 'refine' ? 'done' : 'wont_do'} words={stands} />;
  const people = suggester === null ? 'An idea' : `${suggester} said it`;
  return <Shown handle={handle} name={handle} mark={mark} title={problem} stands={stands} people={people} since={capturedAt} />;
}

function FlagChip({ flagKey, text }: { readonly flagKey: string; readonly text: string }) {
  const flag = useFlag(flagKey);
  const owner = usePersonName(flag?.ownerId);
  if (flag === undefined) return text;
  const mark = <FlagRung rung={flag.rung} onlyMark />;
  const people = owner === null ? 'Nobody owns it' : `${owner} owns it`;
  const stands = <FlagRung rung={flag.rung} />;
  const facts = { title: flag.title, stands, people, since: flag.createdAt };
  return <Shown handle={flagHandle(flagKey)} name={flagKey} mark={mark} {...facts} />;
}

function MemberChip({ id, text }: { readonly id: string; readonly text: string }) {
  const member = useEntity('member', id);
  return member === undefined ? text : <span className={styles.member}>@{member.name}</span>;
}

interface ShownProps {
  /** What its address is made from. */
  readonly handle: string;
  readonly name: string;
  readonly mark: ReactNode;
  readonly title: string;
  readonly stands: ReactNode;
  readonly people: string;
  readonly since: string;
}

function Shown({ handle, name, mark, title, stands, people, since }: ShownProps) {
  const card = () => (
    <>
      <span className={styles.handle}>{name}</span>
      <span className={styles.whole}>{title}</span>
      <span className={styles.stands}>{stands}</span>
      <span className={styles.facts}>
        {people} · <RelativeTime time={since} />
      </span>
    </>
  );
  return (
    <CardLink href={itemHref(handle)} className={styles.chip} card={card}>
      <span className={styles.mark}>{mark}</span>
      <span className={styles.handle}>{name}</span> <span className={styles.title}>{title}</span>
    </CardLink>
  );
}

const signs = {
  parked: Circle,
  refinement: Circle,
  todo: Circle,
  in_progress: CircleDot,
  done: CircleCheck,
  wont_do: CircleSlash,
} as const;

/** A shape for each stage: colour alone would tell nobody. */
function StageMark({ stage, words }: { readonly stage: keyof typeof signs; readonly words: string }) {
  const Sign = signs[stage];
  return <Sign size={12} role="img" aria-hidden={undefined} aria-label={words} className={styles[stage]} />;
}
