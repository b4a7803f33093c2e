// The feature for oneself: on, off, and as whom.
import { tryingNow } from '@shortlist/domain/trying/trying-rule.ts';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { act } from '../app/notify.ts';
import { useMe } from '../app/use-me.ts';
import type { Environment, Flag } from '../flag/flag-rows.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { endWords } from './try-where.ts';

/** Links whose opening was answered: opening one turns it on once, and not again after it was turned off. */
const answered = new Set<string>();

export interface OwnTry {
  readonly isOn: boolean;
  readonly until: string | null;
  /** Who one is there: as it is on, or as one said it last; null where one never did. */
  readonly key: string | null;
  readonly isSending: boolean;
  /** Why it was not turned on. */
  readonly problem: string | null;
  /** Answers whether it was. */
  readonly turnOn: (key?: string) => Promise<boolean>;
  readonly turnOff: () => void;
  /** What opening the link does: on, where one said already who one is. */
  readonly turnOnOnce: () => void;
}

interface Opened {
  readonly tryToken: string;
  readonly flag: Flag;
  readonly environment: Environment;
  /** Remembered. */
  readonly key: string | null;
  readonly onSaid: () => void;
}

export function useOwnTry({ tryToken, flag, environment, key, onSaid }: Opened): OwnTry {
  const me = useMe();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const own = tryingNow(flag, environment.key, new Date(now).toISOString()).find(({ memberId }) => memberId === me.id);
  const isOn = own !== undefined;
  const turnOn = useCallback(
    async (as?: string) => {
      setSending(true);
      const sent = await act(
        'try.turnOn',
        { tryToken, ...(as !== undefined && { key: as }) },
        {
          quiet: true,
          done: (after) => {
            const until = after.trying.find((one) => one.memberId === me.id && one.environment === environment.key)?.until;
            return until === undefined ? '' : `${flag.key} is on for you until ${endWords(until, minuteNow())}.`;
          },
        },
      );
      setSending(false);
      setProblem('refused' in sent ? (sent.errors?.[0]?.message ?? sent.message) : null);
      onSaid();
      return !('refused' in sent);
    },
    [tryToken, me.id, environment.key, flag.key, onSaid],
  );
  const turnOnOnce = useCallback(() => {
    if (answered.has(tryToken)) return;
    answered.add(tryToken);
    if (!isOn && key !== null) void turnOn();
  }, [tryToken, isOn, key, turnOn]);
  return {
    isOn,
    until: own?.until ?? null,
    key: own?.key ?? key,
    isSending,
    problem,
    turnOn,
    turnOff: () =>
      void act('try.turnOff', { flagKey: flag.key, environment: environment.key }, { done: `${flag.key} is off for you.` }),
    turnOnOnce,
  };
}
