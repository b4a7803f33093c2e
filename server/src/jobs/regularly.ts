/** Work that comes round by itself, however often it failed before. */
import type { Logger } from 'pino';

export interface RegularTask {
  /** Completes "… could not be done": `forgetting old idempotency keys`. */
  readonly name: string;
  /** Several servers on one database may do it at once. */
  readonly run: () => Promise<void>;
}

export interface Regularly {
  /** Begins nothing more, and waits for what runs. */
  readonly stop: () => Promise<void>;
}

/** Does the tasks now, one after the other, and again every `everyMs`, unless they still run. One that fails hinders no other. */
export function startRegularly(tasks: readonly RegularTask[], everyMs: number, log: Logger): Regularly {
  let isStopping = false;
  let isRunning = false;
  const runAll = async (): Promise<void> => {
    isRunning = true;
    for (const { name, run } of tasks) {
      if (isStopping) break;
      await run().catch((error: unknown) => log.warn({ err: error }, `${name} could not be done; it is tried again`));
    }
    isRunning = false;
  };
  let running = runAll();
  const timer = setInterval(() => {
    if (!isRunning) running = runAll();
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      isStopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
