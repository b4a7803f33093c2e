/** How often somebody may try to get in. Kept in memory: each server process counts for itself. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

const quarterHour = 15 * 60;

export interface Limit {
  /** Tries within `seconds`. */
  readonly points: number;
  readonly seconds: number;
}

export interface LimitSettings {
  readonly logInByAddress: Limit;
  readonly logInByAddressAndEmail: Limit;
  readonly setUpByAddress: Limit;
  readonly joinByAddress: Limit;
}

export const usualLimits: LimitSettings = {
  logInByAddress: { points: 100, seconds: quarterHour },
  logInByAddressAndEmail: { points: 10, seconds: quarterHour },
  setUpByAddress: { points: 10, seconds: quarterHour },
  joinByAddress: { points: 30, seconds: quarterHour },
};

export interface Attempt {
  readonly operation: string;
  readonly address: string;
  readonly input: unknown;
}

export interface RateLimits {
  /** Counts a try; answers null, or the whole seconds until the next may be made. */
  readonly take: (attempt: Attempt) => Promise<number | null>;
  /** A success: the tries for this name are forgotten. */
  readonly forgive: (attempt: Attempt) => Promise<void>;
}

export function rateLimits(settings: LimitSettings = usualLimits): RateLimits {
  const logIn = limiter('log-in', settings.logInByAddress);
  const logInAs = limiter('log-in-as', settings.logInByAddressAndEmail);
  const setUp = limiter('set-up', settings.setUpByAddress);
  const join = limiter('join', settings.joinByAddress);

  const countersOf = ({ operation, address, input }: Attempt): readonly (readonly [RateLimiterMemory, string])[] => {
    switch (operation) {
      case 'session.start':
        return [
          [logIn, address],
          [logInAs, `${address} ${emailOf(input)}`],
        ];
      case 'workspace.setUp':
        return [[setUp, address]];
      case 'member.join':
        return [[join, address]];
      default:
        return [];
    }
  };

  return {
    take: async (attempt) => {
      let wait: number | null = null;
      for (const [counter, key] of countersOf(attempt)) wait = later(wait, await secondsToWait(counter, key));
      return wait;
    },
    forgive: async (attempt) => {
      if (attempt.operation === 'session.start') await logInAs.delete(`${attempt.address} ${emailOf(attempt.input)}`);
    },
  };
}

function limiter(name: string, { points, seconds }: Limit): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

async function secondsToWait(counter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await counter.consume(key);
    return null;
  } catch (refused) {
    // What it throws when the points are used up; an Error would be a fault of its own.
    if (refused instanceof Error) throw refused;
    const left =
      typeof refused === 'object' && refused !== null && 'msBeforeNext' in refused ? Number(refused.msBeforeNext) : 1_000;
    return Math.max(1, Math.ceil(left / 1_000));
  }
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** As the operation's own parser reads it, so that spelling it otherwise gives no new tries. */
function emailOf(input: unknown): string {
  const email = typeof input === 'object' && input !== null && 'email' in input ? input.email : '';
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}
