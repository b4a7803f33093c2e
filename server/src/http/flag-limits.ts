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
  const counts: Readonly<Record<Kind, Map<string, number>>> = { server: new Map(), browser: new Map(), wrongKey: new Map() };
  let ends = 0;
  const windowMs = settings.windowSeconds * 1_000;
  const look = (kind: Kind, who: string, step: number): number | null => {
    const at = now();
    if (at >= ends) {
      for (const ofKind of Object.values(counts)) ofKind.clear();
      ends = at + windowMs;
    }
    const count = counts[kind].get(who) ?? 0;
    if (count >= settings[kind]) return Math.max(1, Math.ceil((ends - at) / 1_000));
    if (step > 0) counts[kind].set(who, count + step);
    return null;
  };
  return { take: (kind, who) => look(kind, who, 1), left: (kind, who) => look(kind, who, 0) };
}
