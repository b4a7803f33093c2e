// The facts of an item, each a press away from being changed.
import type { ReactNode } from 'react';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { sourceLink } from '../idea/source-words.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { LabelFact } from '../label/LabelFact.tsx';
import type { Label } from '../label/use-labels.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { ActButton } from '../ui/ActButton.tsx';
import { classNames } from '../ui/class-names.ts';
import { actNamed, type Act } from '../ui/command.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { CollaboratorFact } from './CollaboratorFact.tsx';
import type { Work } from './item.ts';
import { itemCommands } from './item-commands.ts';
import styles from './ItemFacts.module.css';
import { standsIn } from './StageBadge.tsx';

export interface ItemFactsProps {
  readonly work: Work;
  /** As the server answers them where the store does not hold the item. */
  readonly labels: readonly Label[];
  readonly acts: ItemActs;
}

export function ItemFacts({ work, labels, acts }: ItemFactsProps) {
  const { item, placement } = work;
  const { team } = acts;
  const actOf = (id: string) => actNamed(itemCommands, id, { acts, works: [work] });
  const owner = usePersonName(item.ownerId);
  const source = sourceLink(item);
  return (
    <dl className={styles.facts}>
      <Fact name="Team">{team.name}</Fact>
      <Fact name="Stands in">
        <Changeable label="step" act={actOf('item.step')}>
          {standsIn(placement, team)}
        </Changeable>
        <span className={styles.since}>
          <RelativeTime time={placement.enteredStepAt} look="short" />
        </span>
      </Fact>
      <Fact name="Owner">
        <Changeable label="owner" act={actOf('item.assign')}>
          <Avatar name={owner} named={false} /> {owner ?? 'Nobody yet'}
        </Changeable>
      </Fact>
      <Fact name="Size">
        <Changeable label="size" act={actOf('item.size')}>
          {item.size ?? 'None'}
        </Changeable>
      </Fact>
      <Fact name="With" wide>
        <CollaboratorFact item={item} act={actOf('item.collaborators')} />
      </Fact>
      <Fact name="Labels" wide>
        <LabelFact subjectId={item.id} fetched={labels} act={actOf('item.labels')} />
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

interface FactProps {
  readonly name: string;
  /** It may be long, and has a line of its own. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, wide, children }: FactProps) {
  return (
    <div className={classNames(styles.fact, wide && styles.wide)}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

interface ChangeableProps {
  readonly label: string;
  /** Null where it may not be changed. */
  readonly act: Act | null;
  readonly children: ReactNode;
}

function Changeable({ label, act, children }: ChangeableProps) {
  if (act === null) return <span className={styles.plain}>{children}</span>;
  return (
    <span className={styles.change}>
      <ActButton act={act} size="small" variant="plain" wordsAt="start" title={`Change ${label}`}>
        <span className={styles.plain}>{children}</span>
      </ActButton>
    </span>
  );
}
