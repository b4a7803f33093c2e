// How things are done to flags. `flag-commands.ts` says what there is and when.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import type { FlagKind } from '@shortlist/domain/flag/flag-words.ts';
import { lifetimeDays } from '@shortlist/domain/flag/new-flag.ts';
import { rungs, type Rung } from '@shortlist/domain/ladder/rung-words.ts';
import { canBeGiven } from '@shortlist/domain/workspace/may-be-given.ts';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { copyLink } from '../app/copy-link.ts';
import { act, actAll, notifyRefused } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useMe } from '../app/use-me.ts';
import { itemHref } from '../app/use-open-item.ts';
import { useFeature } from '../feature/use-feature.ts';
import { useView } from '../sync/use-store.ts';
import { usualPlace } from '../trying/try-where.ts';
import { useEnvironments, type Environment, type Flag } from './flag-rows.ts';
import { rungLabel } from './ladder-words.ts';
import { useReleaseRefusal, type ReleaseRefusal } from './use-may-release.ts';

/** A climb that asks for something first. */
export interface Climbing {
  readonly flag: Flag;
  readonly rung: Rung;
  /** The refusal of a guard, where one was met already. */
  readonly guard: string | null;
}

export interface FlagActs {
  /** Whether the role may do anything to flags; production is asked about by `refusalIn`. */
  readonly mayRelease: boolean;
  readonly mayTry: boolean;
  readonly meId: string;
  /** Who may own a flag; oneself first. */
  readonly people: readonly EntityOf<'member'>[];
  readonly environments: readonly Environment[];
  readonly refusalIn: ReleaseRefusal;
  readonly isMoving: boolean;
  readonly climbing: Climbing | null;
  readonly stopClimbing: () => void;
  /** Up or down; asks for what the rung needs, and for a reason where a guard does not hold. */
  readonly moveTo: (flag: Flag, rung: Rung) => Promise<void>;
  /** One rung down, at once. */
  readonly stepDown: (flags: readonly Flag[]) => void;
  /** Switches off, at once and whatever the rules say. */
  readonly kill: (flags: readonly Flag[], environments: readonly Environment[]) => void;
  readonly switchOn: (flag: Flag, environment: Environment) => void;
  readonly own: (flags: readonly Flag[], ownerId: string | null) => void;
  readonly setKind: (flags: readonly Flag[], kind: FlagKind) => void;
  readonly archive: (flags: readonly Flag[], archived: boolean) => void;
  readonly copyLink: (flag: Flag) => void;
  /** Makes a link that turns it on for who opens it, and opens it here. */
  readonly tryIt: (flag: Flag) => void;
}

export function useFlagActs(): FlagActs {
  const me = useMe();
  const mayRelease = useMay('release');
  const hasTrying = useFeature('trying-features');
  const environments = useEnvironments();
  const refusalIn = useReleaseRefusal();
  const { history } = useRouter();
  const [climbing, setClimbing] = useState<Climbing | null>(null);
  const [isMoving, setMoving] = useState(false);
  const people = useView(
    (read) =>
      read
        .all('member')
        .filter((member) => canBeGiven(member, 'release'))
        .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name)),
    [me.id],
  );

  const moveTo = async (flag: Flag, rung: Rung) => {
    const isUp = flag.rung === 'custom' ? rung !== 'off' : rungs.indexOf(rung) >= rungs.indexOf(flag.rung);
    if (isUp && (rung === 'beta' || rung === 'gradual')) return setClimbing({ flag, rung, guard: null });
    setMoving(true);
    const input = { flagKey: flag.key, rung };
    const told = { quiet: isUp, done: `${flag.key} is on ${rungLabel(rung)}.` };
    const sent = isUp ? await act('ladder.climb', input, told) : await act('ladder.stepDown', input, told);
    setMoving(false);
    if (!isUp || !('refused' in sent)) return undefined;
    // A guard can be overridden with a reason; anything else is said, and nothing more can be done here.
    if (sent.code === 'not_ready') setClimbing({ flag, rung, guard: sent.message });
    else notifyRefused(sent);
    return undefined;
  };
  return {
    mayRelease,
    mayTry: mayRelease && hasTrying,
    meId: me.id,
    people,
    environments,
    refusalIn,
    isMoving,
    climbing,
    stopClimbing: () => setClimbing(null),
    moveTo,
    stepDown: (flags) => {
      const moves = flags.flatMap((flag) => {
        const rung = rungBelow(flag);
        return rung === null ? [] : [{ flag, rung }];
      });
      void actAll(
        moves.map(({ flag, rung }) => ({ name: 'ladder.stepDown', input: { flagKey: flag.key, rung } })),
        (count) => said(flags, count, `is on ${moves[0] === undefined ? '' : rungLabel(moves[0].rung)}`, 'are a rung lower'),
      );
    },
    kill: (flags, where) => {
      const names = where.map(({ name }) => name).join(' and ');
      void actAll(
        flags.flatMap(({ key }) =>
          where.map((environment) => ({ name: 'flag.kill' as const, input: { key, environment: environment.key } })),
        ),
        () => said(flags, flags.length, `is switched off in ${names}`, `are switched off in ${names}`),
      );
    },
    switchOn: ({ key }, environment) =>
      void act(
        'flag.setRules',
        { key, environment: environment.key, enabled: true },
        { done: `${key} is switched on in ${environment.name}: its rules answer again.` },
      ),
    own: (flags, ownerId) => {
      const name = people.find(({ id }) => id === ownerId)?.name;
      const of = name === undefined ? ['has no owner', 'have no owner'] : [`belongs to ${name}`, `belong to ${name}`];
      void actAll(
        flags.map(({ key }) => ({ name: 'flag.edit', input: { key, ownerId } })),
        (count) => said(flags, count, of[0] ?? '', of[1] ?? ''),
      );
    },
    setKind: (flags, kind) =>
      void actAll(
        flags.map(({ key }) => ({ name: 'flag.edit', input: { key, kind, lifetimeDays: lifetimeDays[kind] } })),
        (count) => said(flags, count, `is of the kind ${kind}`, `are of the kind ${kind}`),
      ),
    archive: (flags, archived) => {
      const of = archived
        ? ['is archived; it still answers', 'are archived; they still answer']
        : ['is out of the archive', 'are out of the archive'];
      void actAll(
        flags.map(({ key }) => ({ name: 'flag.archive', input: { key, archived } })),
        (count) => said(flags, count, of[0] ?? '', of[1] ?? ''),
      );
    },
    copyLink: ({ key }) => void copyLink(itemHref(flagHandle(key))),
    tryIt: (flag) => {
      const place = usualPlace(flag, environments);
      if (place === null) return;
      void act('flag.tryIt', { flagKey: flag.key, environment: place.key }, { canUndo: false }).then((sent) => {
        if (!('refused' in sent)) history.push(`/try/${sent.value.tryToken}`);
      });
    },
  };
}

/** Where a step down leads: one rung lower; from rules by hand to ourselves. Null at the bottom. */
export function rungBelow({ rung }: Pick<Flag, 'rung'>): Rung | null {
  if (rung === 'custom') return 'internal';
  return rungs[rungs.indexOf(rung) - 1] ?? null;
}

function said(flags: readonly Flag[], count: number, ofOne: string, ofMany: string): string {
  const [first] = flags;
  return flags.length === 1 && first !== undefined ? `${first.key} ${ofOne}.` : `${count} flags ${ofMany}.`;
}
