/** Counts of evaluations, exposures and tracked events: added up in bounded memory, written every ten seconds, apart from the road. */
import { exposedUnit, ExposureMemory } from '@shortlist/domain/flag/exposure-memory.ts';
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import type { Telemetry } from '@shortlist/domain/flag/telemetry.ts';
import { sql, type Kysely } from 'kysely';
import type { DatabaseLog } from '../db/database-log.ts';
import type { Tables } from '../db/tables.ts';

const flushMs = 10_000;
/** Rows that wait at most; what comes beyond is not counted, and said once. */
const mostRows = 20_000;
const rememberedExposures = 50_000;

interface Counted {
  readonly environment: string;
  readonly flagKey: string;
  readonly variant: string;
  readonly ruleId: string;
  evaluations: number;
  exposures: number;
}

interface Outcome {
  readonly environment: string;
  readonly event: string;
  readonly flagKey: string;
  readonly variant: string;
  count: number;
  sum: number;
  sumOfSquares: number;
}

export interface FlagTelemetryOptions {
  readonly db: Kysely<Tables>;
  readonly workspaceId: string;
  readonly log: DatabaseLog;
  /** ISO 8601. */
  readonly clock: () => string;
}

export class FlagTelemetry {
  readonly #options: FlagTelemetryOptions;
  /** By environment and answer: an answer of the evaluator is one object until its flag changes. */
  #answers = new Map<string, Map<EvaluationDetails, Counted>>();
  #counts = new Map<string, Counted>();
  #outcomes = new Map<string, Outcome>();
  readonly #exposures = new ExposureMemory(rememberedExposures);
  readonly #timer: NodeJS.Timeout;
  #isFull = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: FlagTelemetryOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.flush(), flushMs);
    this.#timer.unref();
  }

  /** One answer that was given here. */
  answered(environment: string, flagKey: string, details: EvaluationDetails, context: EvaluationContext): void {
    const ofEnvironment = this.#answers.get(environment) ?? new Map<EvaluationDetails, Counted>();
    if (ofEnvironment.size === 0) this.#answers.set(environment, ofEnvironment);
    let counted = ofEnvironment.get(details);
    if (counted === undefined) {
      counted = this.#countedOf(environment, flagKey, details.variant ?? '', details.ruleId ?? '');
      if (counted === undefined) return;
      ofEnvironment.set(details, counted);
    }
    counted.evaluations += 1;
    if (details.reason !== 'SPLIT' && details.reason !== 'TARGETING_MATCH') return;
    const unit = exposedUnit(context);
    if (unit !== null && this.#exposures.isNew(`${environment} ${flagKey}`, unit, counted.variant)) counted.exposures += 1;
  }

  /** What an SDK counted. */
  add(environment: string, { evaluations, outcomes }: Telemetry): void {
    for (const { flag, variant, rule, count, exposures } of evaluations) {
      const counted = this.#countedOf(environment, flag, variant, rule);
      if (counted === undefined) continue;
      counted.evaluations += count;
      counted.exposures += exposures;
    }
    for (const { event, flag, variant, count, sum, sumOfSquares } of outcomes) {
      const key = JSON.stringify([environment, event, flag, variant]);
      const outcome = this.#outcomes.get(key) ?? {
        environment,
        event,
        flagKey: flag,
        variant,
        count: 0,
        sum: 0,
        sumOfSquares: 0,
      };
      if (!this.#outcomes.has(key) && this.#outcomes.size >= mostRows) continue;
      this.#outcomes.set(key, outcome);
      outcome.count += count;
      outcome.sum += sum;
      outcome.sumOfSquares += sumOfSquares;
    }
  }

  #countedOf(environment: string, flagKey: string, variant: string, ruleId: string): Counted | undefined {
    const key = JSON.stringify([environment, flagKey, variant, ruleId]);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    if (this.#counts.size >= mostRows) {
      if (!this.#isFull) this.#options.log.warn({ mostRows }, 'too many flags and rules are counted at once; some are left out');
      this.#isFull = true;
      return undefined;
    }
    const made = { environment, flagKey, variant, ruleId, evaluations: 0, exposures: 0 };
    this.#counts.set(key, made);
    return made;
  }

  /** Writes what was counted; what could not be written is counted again with the next. */
  async flush(): Promise<void> {
    const counts = [...this.#counts.values()].filter((one) => one.evaluations > 0 || one.exposures > 0);
    const outcomes = [...this.#outcomes.values()];
    if (counts.length === 0 && outcomes.length === 0) return;
    this.#answers = new Map();
    this.#counts = new Map();
    this.#outcomes = new Map();
    this.#isFull = false;
    this.#writing = this.#writing.then(() => this.#write(counts, outcomes));
    await this.#writing;
  }

  async #write(counts: readonly Counted[], outcomes: readonly Outcome[]): Promise<void> {
    const { db, workspaceId, log, clock } = this.#options;
    const now = clock();
    const hour = `${now.slice(0, 13)}:00:00.000Z`;
    try {
      await db.transaction().execute(async (trx) => {
        // In one order everywhere, so that two servers never wait for each other in a circle.
        await sql`
          insert into flag_count (workspace_id, environment, "flagKey", variant, "ruleId", hour, evaluations, exposures)
          select ${workspaceId}, environment, "flagKey", variant, "ruleId", ${hour}::timestamptz, evaluations, exposures
          from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as told (environment text, "flagKey" text, variant text,
            "ruleId" text, evaluations bigint, exposures bigint)
          order by environment, "flagKey", variant, "ruleId"
          on conflict (workspace_id, environment, "flagKey", hour, variant, "ruleId") do update
          set evaluations = flag_count.evaluations + excluded.evaluations, exposures = flag_count.exposures + excluded.exposures`.execute(
          trx,
        );
        await sql`
          insert into flag_seen (workspace_id, environment, "flagKey", "lastEvaluatedAt")
          select distinct ${workspaceId}, environment, "flagKey", ${now}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as told (environment text, "flagKey" text)
          order by 2, 3
          on conflict (workspace_id, environment, "flagKey") do update
          set "lastEvaluatedAt" = greatest(flag_seen."lastEvaluatedAt", excluded."lastEvaluatedAt")`.execute(trx);
        await sql`
          insert into flag_outcome (workspace_id, environment, event, "flagKey", variant, hour, count, sum, "sumOfSquares")
          select ${workspaceId}, environment, event, "flagKey", variant, ${hour}::timestamptz, count, sum, "sumOfSquares"
          from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as told (environment text, event text, "flagKey" text,
            variant text, count bigint, sum double precision, "sumOfSquares" double precision)
          order by environment, event, "flagKey", variant
          on conflict (workspace_id, environment, event, "flagKey", hour, variant) do update
          set count = flag_outcome.count + excluded.count, sum = flag_outcome.sum + excluded.sum,
            "sumOfSquares" = flag_outcome."sumOfSquares" + excluded."sumOfSquares"`.execute(trx);
      });
    } catch (error) {
      log.warn({ error: String(error) }, 'counts of flags could not be written; they are written with the next');
      for (const one of counts) {
        const counted = this.#countedOf(one.environment, one.flagKey, one.variant, one.ruleId);
        if (counted === undefined) continue;
        counted.evaluations += one.evaluations;
        counted.exposures += one.exposures;
      }
    }
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
    await this.#writing;
  }
}
