/** What an SDK tells of its flags: added up in bounded memory, each exposure once until the same one is shown something else. */
import { exposedUnit, ExposureMemory } from '@shortlist/domain/flag/exposure-memory.ts';
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import type { Telemetry } from '@shortlist/domain/flag/telemetry.ts';

const mostRows = 2_000;
const rememberedUnits = 20_000;

type Evaluation = { -readonly [Field in keyof Telemetry['evaluations'][number]]: Telemetry['evaluations'][number][Field] };
type Outcome = { -readonly [Field in keyof Telemetry['outcomes'][number]]: Telemetry['outcomes'][number][Field] };

export class FlagCounts {
  #evaluations = new Map<string, Evaluation>();
  #outcomes = new Map<string, Outcome>();
  readonly #memory = new ExposureMemory(rememberedUnits);
  /** What each unit was shown last, by flag; what it does later is told of those. */
  readonly #shown = new Map<string, Map<string, string>>();

  evaluated(flag: string, details: EvaluationDetails, context: EvaluationContext): void {
    const variant = details.variant ?? '';
    const rule = details.ruleId ?? '';
    const key = `${flag}\n${variant}\n${rule}`;
    let row = this.#evaluations.get(key);
    if (row === undefined) {
      if (this.#evaluations.size >= mostRows) return;
      row = { flag, variant, rule, count: 0, exposures: 0 };
      this.#evaluations.set(key, row);
    }
    row.count += 1;
    if (details.reason !== 'SPLIT' && details.reason !== 'TARGETING_MATCH') return;
    const unit = exposedUnit(context);
    if (unit === null || !this.#memory.isNew(flag, unit, variant)) return;
    row.exposures += 1;
    this.#remember(unit, flag, variant);
  }

  #remember(unit: string, flag: string, variant: string): void {
    const shown = this.#shown.get(unit) ?? new Map<string, string>();
    this.#shown.delete(unit);
    this.#shown.set(unit, shown.set(flag, variant));
    if (this.#shown.size <= rememberedUnits) return;
    const [oldest] = this.#shown.keys();
    if (oldest !== undefined) this.#shown.delete(oldest);
  }

  /** An event of somebody, told of every flag they were shown. */
  tracked(event: string, context: EvaluationContext, value: number): void {
    const unit = exposedUnit(context);
    for (const [flag, variant] of (unit === null ? undefined : this.#shown.get(unit)) ?? []) {
      const key = `${event}\n${flag}\n${variant}`;
      const row = this.#outcomes.get(key) ?? { event: event.slice(0, 100), flag, variant, count: 0, sum: 0, sumOfSquares: 0 };
      if (!this.#outcomes.has(key) && this.#outcomes.size >= mostRows) continue;
      this.#outcomes.set(key, row);
      row.count += 1;
      row.sum += value;
      row.sumOfSquares += value * value;
    }
  }

  /** What was counted since the last time; null for nothing. */
  take(): Telemetry | null {
    if (this.#evaluations.size === 0 && this.#outcomes.size === 0) return null;
    const told = { evaluations: [...this.#evaluations.values()], outcomes: [...this.#outcomes.values()] };
    this.#evaluations = new Map();
    this.#outcomes = new Map();
    return told;
  }
}
