// Try it: the feature is on for who opened the link, with what it should do beside it. Comfortable with a thumb.
import { useParams, useRouter } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';
import { act } from '../app/notify.ts';
import { useWhyOff } from '../feature/use-feature.ts';
import { useFlag, useEnvironments, type Environment, type Flag } from '../flag/flag-rows.ts';
import { FlagRung } from '../flag/FlagRung.tsx';
import { useConnection } from '../sync/use-connection.ts';
import { useQuery } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import styles from './Try.module.css';
import { tryCommands } from './try-commands.ts';
import { endWords, triableIn } from './try-where.ts';
import { TryOthers } from './TryOthers.tsx';
import { TryStory } from './TryStory.tsx';
import { TrySwitch } from './TrySwitch.tsx';
import { useOwnTry } from './use-own-try.ts';
import { useTryWalk } from './use-try-walk.ts';

export function TryPage() {
  const { token = '' } = useParams({ strict: false });
  return <Opened key={token} tryToken={token} />;
}

function Opened({ tryToken }: { readonly tryToken: string }) {
  const { value, refusal, refetch } = useQuery('try.open', { tryToken });
  const { state } = useConnection();
  const flag = useFlag(value?.tryLink.flagKey ?? '');
  const environments = useEnvironments();
  const environment = environments.find(({ key }) => key === value?.tryLink.environment);
  const isThere = value !== undefined && flag !== undefined && environment !== undefined;
  return (
    <>
      <PageHeader
        title="Try it"
        beside={flag !== undefined && <FlagRung rung={flag.rung} />}
        note={flag === undefined ? undefined : flag.title}
      />
      <div className={styles.page}>
        {refusal !== null && <ErrorNotice problem={refusal.message} />}
        {refusal === null && isThere && (
          <Trying
            tryToken={tryToken}
            link={value.tryLink}
            flag={flag}
            environment={environment}
            remembered={value.key}
            proposed={value.email ?? ''}
            refetch={refetch}
          />
        )}
        {refusal === null && !isThere && (value === undefined || state === 'loading') && (
          <Skeleton label="Opening the link">
            <SkeletonRows count={4} />
          </Skeleton>
        )}
        {refusal === null && !isThere && value !== undefined && state !== 'loading' && (
          <ErrorNotice problem={`There is no flag ${value.tryLink.flagKey} here. Look at the list of flags.`} />
        )}
      </div>
    </>
  );
}

interface TryingProps {
  readonly tryToken: string;
  readonly link: { readonly id: string; readonly until: string };
  readonly flag: Flag;
  readonly environment: Environment;
  readonly remembered: string | null;
  readonly proposed: string;
  readonly refetch: () => void;
}

function Trying({ tryToken, link, flag, environment, remembered, proposed, refetch }: TryingProps) {
  const onSaid = useCallback(() => refetch(), [refetch]);
  const own = useOwnTry({ tryToken, flag, environment, key: remembered, onSaid });
  const walk = useTryWalk();
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const stories = useAll('story').filter(({ id }) => flag.storyIds.includes(id));
  const { address } = environment;
  const whyOff = useWhyOff('trying-features');
  // What is on can be turned off, also after the feature was switched off here.
  const isOpen = whyOff === null || own.isOn;
  const contextOf = () => ({
    flagKey: flag.key,
    isOn: own.isOn,
    toggle: () => {
      if (own.isOn) own.turnOff();
      else void own.turnOn(own.key ?? proposed);
    },
    openProduct: address === null ? null : () => window.open(address, '_blank', 'noopener,noreferrer'),
    row: walk.aimed(),
    step: walk.step,
  });
  useCommands(tryCommands, contextOf, { active: isOpen });
  if (!isOpen) return <ErrorNotice problem={whyOff} />;
  return (
    <div className={styles.content} onFocus={walk.noteFocus}>
      {whyOff === null && <Elsewhere flag={flag} environment={environment} />}
      <TrySwitch own={own} environment={environment} proposed={proposed} />
      {stories.map((story) => (
        <TryStory key={story.id} story={story} environment={environment.key} walk={walk} />
      ))}
      {stories.length === 0 && <p className={styles.quiet}>This flag serves no story, so there is no criterion to look at.</p>}
      <TryOthers tryToken={tryToken} tryLinkId={link.id} until={endWords(link.until, now)} onRevoked={refetch} />
    </div>
  );
}

/** The same in another environment, where it answers in several: a link of its own. */
function Elsewhere({ flag, environment }: Pick<TryingProps, 'flag' | 'environment'>) {
  const open = triableIn(flag, useEnvironments());
  const { history } = useRouter();
  if (!open.some(({ key }) => key !== environment.key)) return null;
  const options = [environment, ...open.filter(({ key }) => key !== environment.key)];
  const go = async (key: string) => {
    const sent = await act('flag.tryIt', { flagKey: flag.key, environment: key }, { canUndo: false });
    if (!('refused' in sent)) history.push(`/try/${sent.value.tryToken}`);
  };
  return (
    <div className={styles.where}>
      <SelectField
        label="Where"
        value={environment.key}
        options={options.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(key) => void go(key)}
      />
    </div>
  );
}
