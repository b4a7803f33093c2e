/** One sentence that says who sees a flag's feature now; the app, the command line and the API say the same. No schemas. */
import type { Environment } from '../environment/environment.ts';
import type { Flag } from '../flag/flag.ts';
import { configIn, rungConfig, unitWords } from './rungs.ts';

/** `now`: ISO 8601. Days are those of UTC. */
export function whoSees(
  flag: Pick<Flag, 'rung' | 'ladder' | 'excluded' | 'environments' | 'onVariant' | 'offVariant'>,
  environments: readonly Pick<Environment, 'key' | 'name' | 'isProduction'>[],
  now: string,
): string {
  const production = namesOf(environments.filter((one) => one.isProduction));
  const elsewhere = namesOf(environments.filter((one) => !one.isProduction));
  const except = exceptWords(flag.excluded.length, flag.rung);
  const audienceNow = `${audience(flag, { production, elsewhere })}${except}.`;
  return [audienceNow, ...killed(flag, environments), ...climbing(flag.ladder, now)].join(' ');
}

function audience(
  { rung, ladder }: Pick<Flag, 'rung' | 'ladder'>,
  { production, elsewhere }: { readonly production: string; readonly elsewhere: string },
): string {
  switch (rung) {
    case 'off':
      return 'Nobody sees it';
    case 'development':
      return `Everybody in ${elsewhere} sees it, and nobody in ${production}`;
    case 'internal':
      return `We ourselves see it in ${production}, and no customer does`;
    case 'beta':
      return `We ourselves and ${betaWords(ladder)} see it in ${production}`;
    case 'gradual':
      return `We ourselves, ${betaWords(ladder)} and ${ladder.percent} % of ${unitWords(ladder.unit)} see it in ${production}`;
    case 'everyone':
      return 'Everybody sees it';
    case 'permanent':
      return 'Everybody has it, and the flag is gone from the code';
    case 'custom':
      return 'Rules written by hand say who sees it';
    default:
      return rung satisfies never;
  }
}

/** What a climb by schedule does next, or why it does not. */
function climbing({ steps, pause, unit }: Flag['ladder'], now: string): string[] {
  const [next] = steps;
  if (next === undefined) return [];
  if (pause !== undefined) {
    const why = /[.!?]$/.test(pause.why) ? pause.why : `${pause.why}.`;
    return [`The climb ${pause.kind === 'halted' ? 'was halted' : 'waits'}: ${why}`];
  }
  const share = next.percent >= 100 ? 'everyone' : `${next.percent} % of ${unitWords(unit)}`;
  return [next.at <= now ? `It climbs to ${share} now.` : `It climbs to ${share} on ${dayWords(next.at)}.`];
}

function dayWords(at: string): string {
  const months = 'January February March April May June July August September October November December'.split(' ');
  const day = new Date(at);
  return `${day.getUTCDate()} ${months[day.getUTCMonth()] ?? ''}`;
}

function betaWords({ customers, segment }: Flag['ladder']): string {
  const count = customers.length === 1 ? 'one chosen customer' : `${customers.length} chosen customers`;
  if (customers.length === 0) return segment === null ? 'the beta customers' : `the customers of “${segment}”`;
  return segment === null ? count : `${count} and those of “${segment}”`;
}

function exceptWords(count: number, rung: Flag['rung']): string {
  if (count === 0 || rung === 'off' || rung === 'development') return '';
  return count === 1 ? ', except one customer it is switched off for' : `, except ${count} customers it is switched off for`;
}

function killed(
  flag: Pick<Flag, 'rung' | 'ladder' | 'excluded' | 'environments' | 'onVariant' | 'offVariant'>,
  environments: readonly Pick<Environment, 'key' | 'name' | 'isProduction'>[],
): string[] {
  const { rung } = flag;
  if (rung === 'custom') return [];
  const off = environments.filter(
    (environment) =>
      flag.environments[environment.key] !== undefined &&
      rungConfig(flag, rung, environment).enabled &&
      !configIn(flag, environment.key).enabled,
  );
  return off.length === 0 ? [] : [`It is switched off in ${namesOf(off)}.`];
}

function namesOf(environments: readonly { readonly name: string }[]): string {
  const names = environments.map(({ name }) => name);
  if (names.length === 0) return 'no environment';
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${String(names.at(-1))}`;
}
