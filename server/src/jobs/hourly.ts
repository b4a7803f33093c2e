/** Work that comes round every hour, however often it failed before. */
import type { Logger } from 'pino';

const hourMs = 60 * 60 * 1000;

export interface HourlyTask {
  /** Completes "… could not be done": `forgetting old idempotency keys`. */
  readonly name: string;
  /** Several servers on one database may do it at once. */
  readonly run: () => Promise<void>;
}

export interface Hourly {
  /** Begins nothing more, and waits for what runs. */
  readonly stop: () => Promise<void>;
}

/** Does the tasks now, one after the other, and every hour from now. One that fails hinders no other. */
export function startHourly(tasks: readonly HourlyTask[], log: Logger): Hourly {
  let isStopping = false;
  const runAll = async (): Promise<void> => {
    for (const { name, run } of tasks) {
      if (isStopping) return;
      await run().catch((error: unknown) => log.warn({ err: error }, `${name} could not be done; trying again in an hour`));
    }
  };
  let running = runAll();
  const timer = setInterval(() => {
    running = running.then(runAll);
  }, hourMs);
  timer.unref();
  return {
    stop: async () => {
      isStopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
