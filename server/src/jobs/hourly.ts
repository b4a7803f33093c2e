/** Work that comes round every hour, however often it failed before. */
import type { Logger } from 'pino';
import { forgetOldKeys } from '../idempotency.ts';
import type { Road } from '../run-operation.ts';

const hourMs = 60 * 60 * 1000;

export interface Hourly {
  /** Begins nothing more, and waits for what runs. */
  readonly stop: () => Promise<void>;
}

/** Runs the hourly work now and every hour from now. Several servers on one database may do it at once. */
export function startHourly(road: Pick<Road, 'database' | 'clock'>, log: Logger): Hourly {
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = forgetOldKeys(road.database.db, road.clock()).catch((error: unknown) => {
      log.warn({ err: error }, 'old idempotency keys could not be forgotten; trying again in an hour');
    });
  };
  run();
  const timer = setInterval(run, hourMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
