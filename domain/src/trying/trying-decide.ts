/** Trying a feature for oneself: links that may be opened, and for whom it is on until when. */
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Environment } from '../environment/environment.ts';
import type { Flag } from '../flag/flag.ts';
import { mayReleaseIn } from '../ladder/may-release.ts';
import { configIn } from '../ladder/rungs.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Team } from '../workspace/team.ts';
import type { TryKey, TryLink } from './try-link.ts';
import { tryingIn, tryingNow, type Trying } from './trying-rule.ts';
import { tryingLimits } from './trying-words.ts';

const hourMs = 3_600_000;

interface TriedFlag {
  readonly flag: Flag;
  readonly environment: Environment;
}

/** `links`: all of the flag, those that stopped working too, which go. */
export function tryFlag(
  state: TriedFlag & { readonly teams: readonly Team[]; readonly links: readonly TryLink[]; readonly secretHash: string },
  input: ParsedInputOf<'flag.tryIt'>,
  context: DecisionContext,
): Decision<TryLink> {
  const { flag, environment, links } = state;
  const refused = mayReleaseIn(environment, state.teams, context.actor) ?? nothingToTry(state);
  if (refused !== null) return refused;
  const over = links.filter(({ until }) => until <= context.now);
  if (links.length - over.length >= tryingLimits.links) {
    return refuse('conflict', `${flag.key} has ${tryingLimits.links} links that work. Revoke some, on the page of the flag.`);
  }
  const link: TryLink = {
    id: context.newId('tryLink'),
    flagKey: flag.key,
    environment: environment.key,
    secretHash: state.secretHash,
    madeBy: memberOf(context.actor),
    madeAt: context.now,
    until: laterBy(context.now, input.hours),
  };
  const gone = over.map(({ id }) => remove('try.link_forgotten', 'tryLink', id));
  return { changes: [put('try.link_made', 'tryLink', link), ...gone], value: link };
}

/** `remembered`: what the member said last about that environment; null: nothing yet. */
export function turnTryOn(
  state: TriedFlag & { readonly link: TryLink; readonly remembered: TryKey | null },
  input: ParsedInputOf<'try.turnOn'>,
  context: DecisionContext,
): Decision<Flag> {
  const { flag, environment, link, remembered } = state;
  const refused = isOver(link, context.now) ?? nothingToTry(state);
  if (refused !== null) return refused;
  const key = input.key ?? remembered?.key;
  if (key === undefined) {
    return refuse(
      'conflict',
      `Say first who you are in ${environment.name}: the key or the e-mail that the product sends for you.`,
    );
  }
  const memberId = memberOf(context.actor);
  const others = tryingNow(flag, environment.key, context.now).filter((one) => one.memberId !== memberId);
  if (others.length >= tryingLimits.people) {
    const first = others.map(({ until }) => until).toSorted()[0] ?? '';
    return refuse(
      'conflict',
      `${tryingLimits.people} people try ${flag.key} in ${environment.name} already. One of them has to turn it off, or it ends for the first at ${first}.`,
    );
  }
  const own: Trying = { environment: environment.key, memberId, key, until: laterBy(context.now, input.hours), linkId: link.id };
  const tried = withTryers(flag, environment.key, [...others, own]);
  const changes: Change[] = [put('flag.tried', 'flag', tried)];
  if (remembered?.key !== key) {
    const id = remembered?.id ?? context.newId('tryKey');
    changes.push(put('try.key_said', 'tryKey', { id, memberId, environment: environment.key, key }));
  }
  return { changes, value: tried };
}

export function turnTryOff(state: TriedFlag, input: ParsedInputOf<'try.turnOff'>, context: DecisionContext): Decision<Flag> {
  const { flag, environment } = state;
  const memberId = input.memberId ?? context.actor.memberId;
  const trying = tryingNow(flag, environment.key, context.now);
  const others = trying.filter((one) => one.memberId !== memberId);
  if (others.length === trying.length) {
    const who = input.memberId === undefined ? 'You do' : 'They do';
    return refuse('conflict', `${who} not try ${flag.key} in ${environment.name} just now. There is nothing to turn off.`);
  }
  const ended = withTryers(flag, environment.key, others);
  return { changes: [put('flag.no_longer_tried', 'flag', ended)], value: ended };
}

/** `flag`: of the link; null where it is not there any more. */
export function revokeTryLink(
  { link, flag }: { readonly link: TryLink; readonly flag: Flag | null },
  context: DecisionContext,
): Decision<{ ended: number; at: string }> {
  const changes: Change[] = [remove('try.link_revoked', 'tryLink', link.id)];
  const trying = flag === null ? [] : tryingNow(flag, link.environment, context.now);
  const others = trying.filter(({ linkId }) => linkId !== link.id);
  const ended = trying.length - others.length;
  if (flag !== null && ended > 0) changes.push(put('flag.no_longer_tried', 'flag', withTryers(flag, link.environment, others)));
  return { changes, value: { ended, at: context.now } };
}

/** Why a link does not open any more; null while it does. */
export function isOver({ until }: Pick<TryLink, 'until'>, now: string): Refusal | null {
  return until > now ? null : refuse('not_found', `This link ended at ${until}. Ask for a new one: Try it, on the story.`);
}

export function noTryLink(): Refusal {
  return refuse(
    'not_found',
    'This link opens nothing: it was revoked, or cut off on its way. Ask for a new one: Try it, on the story.',
  );
}

/** The kill switch and the rungs stay above whoever tries: what is off is off. */
function nothingToTry({ flag, environment }: TriedFlag): Refusal | null {
  if (configIn(flag, environment.key).enabled) return null;
  const rung = environment.isProduction ? 'internal' : 'development';
  return refuse(
    'conflict',
    `${flag.key} is switched off in ${environment.name}, so there is nothing to try. Climb to ${rung}, or switch it on there.`,
  );
}

/** A new version of the environment, with these who try it. */
function withTryers(flag: Flag, environment: string, tryers: readonly Trying[]): Flag {
  const before = configIn(flag, environment);
  const elsewhere = flag.trying.filter((one) => !tryingIn(flag, environment).includes(one));
  return {
    ...flag,
    trying: [...elsewhere, ...tryers],
    environments: { ...flag.environments, [environment]: { ...before, version: before.version + 1 } },
  };
}

function laterBy(now: string, hours: number): string {
  return new Date(Date.parse(now) + hours * hourMs).toISOString();
}
