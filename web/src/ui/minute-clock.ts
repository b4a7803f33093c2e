// One clock for every time on the page, so that a hundred rows do not keep a hundred timers.
const tick = 30_000;

/** What this machine's clock lacks, in milliseconds. */
let ahead = 0;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** The time, in milliseconds, at the last tick of the shared clock. */
export function minuteNow(): number {
  return now;
}

/** Sets the clock right by another one that is `by` milliseconds ahead. Less than a second is never seen. */
export function correctClock(by: number): void {
  if (Math.abs(by - ahead) < 1000) return;
  ahead = by;
  look();
}

/** Calls the listener twice a minute while anyone listens. */
export function everyMinute(listener: () => void): () => void {
  if (timer === undefined) {
    now = Date.now() + ahead;
    timer = setInterval(look, tick);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function look(): void {
  now = Date.now() + ahead;
  for (const each of listeners) each();
}
