/** How often flags may be asked for. Counted in fixed windows, in memory: this is the hot path, and nobody waits for a promise. */

export interface FlagLimitSettings {
  /** Requests of one server key in a window. */
  readonly server: number;
  /** Of one browser key from one address. */
  readonly browser: number;
  /** Keys that opened nothing, from one address. */
  readonly wrongKey: number;
  readonly windowSeconds: number;
}

const usual: FlagLimitSettings = { server: 1_000_000, browser: 1_200, wrongKey: 60, windowSeconds: 60 };
type Kind = 'server' | 'browser' | 'wrongKey';

export interface FlagLimits {
  /** Counts one; answers null, or the seconds until the next is answered. */
  readonly take: (kind: Kind, who: string) => number | null;
  /** As `take`, and counts nothing. */
  readonly left: (kind: Kind, who: string) => number | null;
}

/** `now`: milliseconds, any origin. */
export function flagLimits(settings: FlagLimitSettings = usual, now: () => number = () => performance.now()): FlagLimits {
  let counts = new Map<string, number>();
  let ends = 0;
  const windowMs = settings.windowSeconds * 1_000;
  const current = (): Map<string, number> => {
    if (now() >= ends) {
      counts = new Map();
      ends = now() + windowMs;
    }
    return counts;
  };
  const look = (kind: Kind, who: string, step: number): number | null => {
    const key = `${kind} ${who}`;
    const count = current().get(key) ?? 0;
    if (count >= settings[kind]) return Math.max(1, Math.ceil((ends - now()) / 1_000));
    if (step > 0) counts.set(key, count + step);
    return null;
  };
  return { take: (kind, who) => look(kind, who, 1), left: (kind, who) => look(kind, who, 0) };
}
