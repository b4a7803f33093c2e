// Who tries a flag just now and by which links, with the way to end each.
import { tryingNow } from '@shortlist/domain/trying/trying-rule.ts';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { act } from '../app/notify.ts';
import content from '../flag/FlagContent.module.css';
import type { Environment, Flag } from '../flag/flag-rows.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { Below } from '../ui/Below.tsx';
import { Button } from '../ui/Button.tsx';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './Try.module.css';
import { endWords } from './try-where.ts';

export interface FlagTryersProps {
  readonly flag: Flag;
  readonly environments: readonly Environment[];
  /** What stands below. */
  readonly children: ReactNode;
}

/** Only what stands below where nobody tries it and no link works. */
export function FlagTryers({ flag, environments, children }: FlagTryersProps) {
  const refreshOn = useMemo<RefreshOn>(() => (change) => change.id === flag.id, [flag.id]);
  const { value, refusal, refetch } = useQuery('try.links', { flagKey: flag.key }, { refreshOn });
  const nameOf = usePersonNames();
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const at = new Date(now).toISOString();
  const named = (key: string) => environments.find((one) => one.key === key)?.name ?? key;
  const tryers = environments.flatMap(({ key }) => tryingNow(flag, key, at));
  const links = value?.items ?? [];
  const revoke = async (tryLinkId: string) => {
    await act('try.revoke', { tryLinkId }, { canUndo: false, done: 'The link opens nothing any more.' });
    refetch();
  };
  return (
    <>
      {tryers.length + links.length > 0 && (
        <section className={content.part} aria-label="Trying it">
          <h2 className={content.heading}>Trying it</h2>
          <ul className={styles.tryers}>
            {tryers.map(({ environment, memberId, key, until }) => (
              <li key={`${environment} ${memberId}`} className={styles.tryer}>
                <span>
                  {nameOf(memberId) ?? 'Somebody'} as {key} in {named(environment)}, until {endWords(until, now)}
                </span>
                <Button
                  size="small"
                  onClick={() =>
                    void act(
                      'try.turnOff',
                      { flagKey: flag.key, environment, memberId },
                      { done: `${flag.key} is off for ${nameOf(memberId) ?? 'them'}.` },
                    )
                  }
                >
                  Turn off
                  <VisuallyHidden>
                    {' '}
                    for {nameOf(memberId)} in {named(environment)}
                  </VisuallyHidden>
                </Button>
              </li>
            ))}
            {links.map(({ id, environment, by, until }) => (
              <li key={id} className={styles.tryer}>
                <span>
                  A link by {by} into {named(environment)}, until {endWords(until, now)}
                </span>
                <Button size="small" onClick={() => void revoke(id)}>
                  Revoke
                  <VisuallyHidden>
                    {' '}
                    the link by {by} into {named(environment)}
                  </VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Below isKnown={value !== undefined || refusal !== null}>{children}</Below>
    </>
  );
}
