// A climb by schedule, as somebody writes it: shares in order, and the days between them.

export interface ClimbPlan {
  readonly shares: string;
  readonly days: string;
  readonly enough: string;
}

export interface PlannedSteps {
  readonly steps: readonly { readonly at: string; readonly percent: number }[];
  readonly enough: number;
}

const dayMs = 86_400_000;

/** The steps from `now` (milliseconds) on, or a sentence that says what to write instead. `from`: the share it begins with. */
export function plannedSteps({ shares, days, enough }: ClimbPlan, from: number, now: number): PlannedSteps | string {
  const percents = shares
    .split(/[\s,;→%]+/)
    .filter((one) => one !== '')
    .map(Number);
  const rising = percents.every((percent, index) => percent > (percents[index - 1] ?? from) && percent <= 100);
  if (percents.length === 0 || percents.length > 60 || !rising) {
    return `Write growing shares above ${from}, up to 100: 25, 50, 100.`;
  }
  const between = Number(days.replace(',', '.'));
  if (!(between > 0 && between <= 365)) return 'Write how many days lie between two steps: a number above 0, up to 365.';
  const least = Number(enough);
  if (!Number.isInteger(least) || least < 0 || least > 1_000_000)
    return 'Write how many must have been seen: a whole number from 0 on.';
  const steps = percents.map((percent, index) => ({ at: new Date(now + (index + 1) * between * dayMs).toISOString(), percent }));
  return { steps, enough: least };
}

/** The steps that are still to come, as they would be written; null where there are none. */
export function planOf(ladder: {
  readonly steps: readonly { readonly at: string; readonly percent: number }[];
  readonly enough?: number | undefined;
}): ClimbPlan | null {
  const [first, second] = ladder.steps;
  if (first === undefined) return null;
  const days = second === undefined ? 2 : (Date.parse(second.at) - Date.parse(first.at)) / dayMs;
  return {
    shares: ladder.steps.map(({ percent }) => percent).join(', '),
    days: String(Math.round(days * 100) / 100),
    enough: String(ladder.enough ?? 0),
  };
}
