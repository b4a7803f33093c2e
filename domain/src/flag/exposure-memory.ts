/** Who was shown what last, in bounded memory: an exposure counts once until the same one is shown something else. */

export class ExposureMemory {
  readonly #limit: number;
  readonly #last = new Map<string, string>();

  /** `limit`: how many pairs of flag and unit are remembered; the oldest are forgotten first. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether this is news: A, B, A are three, A, A is one. */
  isNew(flagKey: string, unit: string, variant: string): boolean {
    const pair = `${flagKey} ${unit}`;
    if (this.#last.get(pair) === variant) return false;
    this.#last.delete(pair);
    this.#last.set(pair, variant);
    if (this.#last.size > this.#limit) {
      const [oldest] = this.#last.keys();
      if (oldest !== undefined) this.#last.delete(oldest);
    }
    return true;
  }
}

/** Whom an exposure is about: the customer, else the user, of a nested or a flat context; null for nobody. */
export function exposedUnit(context: Readonly<Record<string, unknown>>): string | null {
  return keyOf(context['customer']) ?? keyOf(context['user']) ?? textOf(context['targetingKey']) ?? keyOf(context['device']);
}

function keyOf(entry: unknown): string | null {
  if (typeof entry === 'object' && entry !== null && 'key' in entry) return textOf(entry.key);
  return textOf(entry);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}
