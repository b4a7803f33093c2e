// What was counted, laid out over time: one bar a step, each made of its variants.
import type { OutputOf } from '@shortlist/domain/operations.ts';

export interface CountsBar {
  /** The beginning of the step, ISO in UTC. */
  readonly at: string;
  readonly total: number;
  /** In the order of the totals; those with none are left out. */
  readonly parts: readonly { readonly variant: string; readonly evaluations: number }[];
}

export interface CountsTotal {
  /** Empty: the default in the code. */
  readonly variant: string;
  readonly evaluations: number;
  readonly exposures: number;
}

export interface CountsSeries {
  /** Oldest first; steps without any are there too. */
  readonly bars: readonly CountsBar[];
  /** The most asked for first. */
  readonly totals: readonly CountsTotal[];
  readonly most: number;
}

const stepMs = { hour: 3_600_000, day: 86_400_000 } as const;

/** `days` as they were asked for; `now` in milliseconds since 1970. */
export function countsSeries({ step, items }: OutputOf<'flag.counts'>, days: number, now: number): CountsSeries {
  const ms = stepMs[step];
  const steps = step === 'hour' ? 24 : days;
  const last = Math.floor(now / ms);
  const byStep = Map.groupBy(items, ({ at }) => Math.floor(Date.parse(at) / ms));
  const totals = [...Map.groupBy(items, ({ variant }) => variant)]
    .map(([variant, ofVariant]) => ({
      variant,
      evaluations: sumOf(ofVariant.map(({ evaluations }) => evaluations)),
      exposures: sumOf(ofVariant.map(({ exposures }) => exposures)),
    }))
    .toSorted((a, b) => b.evaluations - a.evaluations || a.variant.localeCompare(b.variant));
  const bars = Array.from({ length: steps }, (_, index): CountsBar => {
    const place = last - steps + 1 + index;
    const here = byStep.get(place) ?? [];
    return {
      at: new Date(place * ms).toISOString(),
      total: sumOf(here.map(({ evaluations }) => evaluations)),
      parts: totals.flatMap(({ variant }) => here.filter((one) => one.variant === variant && one.evaluations > 0)),
    };
  });
  return { bars, totals, most: Math.max(0, ...bars.map(({ total }) => total)) };
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
