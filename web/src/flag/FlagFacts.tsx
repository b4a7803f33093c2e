// The facts of a flag, each a press away from being changed.
import type { ReactNode } from 'react';
import { act } from '../app/notify.ts';
import { itemHref } from '../app/use-open-item.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { useView } from '../sync/use-store.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { actNamed, type Act } from '../ui/command.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { flagCommands } from './flag-commands.ts';
import { kindLabel, typeLabel } from './flag-labels.ts';
import type { Flag } from './flag-rows.ts';
import styles from './FlagFacts.module.css';
import type { FlagActs } from './use-flag-acts.ts';

export function FlagFacts({ flag, acts }: { readonly flag: Flag; readonly acts: FlagActs }) {
  const { mayRelease } = acts;
  const owner = usePersonName(flag.ownerId);
  const actOf = (id: string) => actNamed(flagCommands, id, { acts, flags: [flag] });
  const stories = useView((read) => flag.storyIds.flatMap((id) => read.get('story', id) ?? []), [flag.storyIds]);
  return (
    <dl className={styles.facts}>
      <Fact name="Kind">
        <Changeable label="kind" act={actOf('flag.kind')}>
          {kindLabel(flag.kind)}
        </Changeable>
      </Fact>
      <Fact name="Owner">
        <Changeable label="owner" act={actOf('flag.owner')}>
          <Avatar name={owner} named={false} /> {owner ?? 'Nobody yet'}
        </Changeable>
      </Fact>
      <Fact name="Type">{typeLabel(flag.type)}</Fact>
      <Fact name="Age">
        <RelativeTime time={flag.createdAt} />
        <span className={styles.quiet}>
          {flag.lifetimeDays === null ? 'it may stay for good' : `expected to live ${flag.lifetimeDays} days`}
        </span>
      </Fact>
      {flag.archivedAt !== null && (
        <Fact name="Archived">
          <RelativeTime time={flag.archivedAt} />
        </Fact>
      )}
      <Fact name="Stories">
        {stories.length === 0 ? (
          <span className={styles.quiet}>None</span>
        ) : (
          <span className={styles.stories}>
            {stories.map(({ id, handle, title }) => (
              <a key={id} href={itemHref(handle)} className={styles.story}>
                <span className={styles.handle}>{handle}</span> {title}
              </a>
            ))}
          </span>
        )}
      </Fact>
      <Fact name="Browsers">
        <CheckboxField
          label="may see it"
          checked={flag.clientSide}
          disabled={!mayRelease}
          onChange={(clientSide) =>
            void act(
              'flag.edit',
              { key: flag.key, clientSide },
              { done: clientSide ? `Browsers may see ${flag.key}.` : `Browsers may no longer see ${flag.key}.` },
            )
          }
        />
      </Fact>
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
  /** Null where it may not be changed. */
  readonly act: Act | null;
  readonly children: ReactNode;
}

function Changeable({ label, act: change, children }: ChangeableProps) {
  if (change === null) return <span className={styles.plain}>{children}</span>;
  return (
    <span className={styles.change}>
      <ActButton act={change} size="small" variant="plain" wordsAt="start" title={`Change ${label}`}>
        <span className={styles.plain}>{children}</span>
      </ActButton>
    </span>
  );
}
