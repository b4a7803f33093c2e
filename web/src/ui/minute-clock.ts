// One clock for every time on the page, so that a hundred rows do not keep a hundred timers.
const tick = 30_000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** The time, in milliseconds, at the last tick of the shared clock. */
export function minuteNow(): number {
  return now;
}

/** Calls the listener twice a minute while anyone listens. */
export function everyMinute(listener: () => void): () => void {
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, tick);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
