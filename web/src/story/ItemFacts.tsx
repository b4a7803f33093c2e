// The facts of an item, each a press away from being changed.
import type { ReactNode } from 'react';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { sourceLink } from '../idea/source-words.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { Work } from './item.ts';
import styles from './ItemFacts.module.css';
import { standsIn } from './StageBadge.tsx';

export function ItemFacts({ work, acts }: { readonly work: Work; readonly acts: ItemActs }) {
  const { item, placement } = work;
  const { team, ask } = acts;
  const owner = usePersonName(item.ownerId);
  const source = sourceLink(item);
  const isOpen = placement.doneAt === null && placement.droppedAt === null;
  const mayStep = acts.mayMove && isOpen && placement.stepId !== null;
  return (
    <dl className={styles.facts}>
      <Fact name="Team">{team.name}</Fact>
      <Fact name="Stands in">
        <Changeable label="Step" keys="s" onChange={mayStep ? () => ask({ kind: 'step', works: [work] }) : null}>
          {standsIn(placement, team)}
        </Changeable>
        <span className={styles.since}>
          <RelativeTime time={placement.enteredStepAt} look="short" />
        </span>
      </Fact>
      <Fact name="Owner">
        <Changeable label="Owner" keys="a" onChange={acts.mayShape ? () => ask({ kind: 'owner', works: [work] }) : null}>
          <Avatar name={owner} named={false} /> {owner ?? 'Nobody yet'}
        </Changeable>
      </Fact>
      <Fact name="Size">
        <Changeable label="Size" keys="z" onChange={acts.mayShape ? () => ask({ kind: 'size', works: [work] }) : null}>
          {item.size ?? 'None'}
        </Changeable>
      </Fact>
      {source !== null && (
        <Fact name="From">
          {source.href === null ? (
            source.words
          ) : (
            <a href={source.href} target="_blank" rel="noreferrer noopener" className={styles.link}>
              {source.words}
            </a>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

interface ChangeableProps {
  readonly label: string;
  readonly keys: string;
  /** Null where it may not be changed. */
  readonly onChange: (() => void) | null;
  readonly children: ReactNode;
}

function Changeable({ label, keys, onChange, children }: ChangeableProps) {
  if (onChange === null) return <span className={styles.plain}>{children}</span>;
  return (
    <span className={styles.change}>
      <Button size="small" variant="plain" keys={keys} title={`Change ${label.toLowerCase()}`} onClick={onChange}>
        <span className={styles.plain}>{children}</span>
      </Button>
    </span>
  );
}
