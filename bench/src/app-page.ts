// What happens in a page of the app, as somebody in front of it would time it: from navigation or key press to painted pixels.
import type { CDPSession, Page } from 'playwright-core';

/** What the probe keeps in the page. Times are milliseconds since the navigation began, unless they are called epoch. */
interface Probe {
  /** When the first rows of a list were painted; null before. */
  rowsAt: number | null;
  /** From each key press to the frame that first changed something, in the order of the presses. */
  readonly presses: number[];
  /** Presses whose change is still to be seen. */
  open: number;
  /** Frames drawn so far. */
  frames: number;
  /** When texts that were waited for were painted, in epoch milliseconds. */
  readonly seenAt: Record<string, number>;
  /** The epoch time of the last key press with Ctrl. */
  ctrlAt: number;
  /** Durations of the browser's own event timing, longest interactions included, of 16 ms and more. */
  readonly interactions: number[];
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Puts the probe into every page of a context before the app's own code runs. */
export function installProbe(): void {
  const probe: Probe = { rowsAt: null, presses: [], open: 0, frames: 0, seenAt: {}, ctrlAt: 0, interactions: [] };
  window.probe = probe;
  // The first task after a frame's callbacks runs when that frame has been handed on to be shown.
  const afterPaint = (run: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', run, { once: true });
      port1.start();
      port2.postMessage(null);
    });
  let pressedAt: number | null = null;
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Control') return;
      pressedAt = event.timeStamp;
      if (event.ctrlKey) probe.ctrlAt = performance.timeOrigin + event.timeStamp;
    },
    true,
  );
  new MutationObserver((records) => {
    if (probe.rowsAt === null && document.querySelector('[role=grid] [role=gridcell]') !== null) {
      probe.rowsAt = -1;
      afterPaint(() => (probe.rowsAt = performance.now()));
    }
    if (pressedAt !== null) {
      const began = pressedAt;
      pressedAt = null;
      probe.open += 1;
      afterPaint(() => {
        probe.open -= 1;
        probe.presses.push(performance.now() - began);
      });
    }
    for (const record of records) {
      for (const node of record.addedNodes) {
        const told = /told (\d+) by the bench/.exec(node.textContent ?? '')?.[0];
        if (told !== undefined && probe.seenAt[told] === undefined) {
          probe.seenAt[told] = Infinity;
          afterPaint(() => (probe.seenAt[told] = performance.timeOrigin + performance.now()));
        }
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.interactions.push(entry.duration);
    // `durationThreshold` is not in the types yet.
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  const countFrames = () => {
    probe.frames += 1;
    requestAnimationFrame(countFrames);
  };
  requestAnimationFrame(countFrames);
}

/** Goes to an address and answers the milliseconds from the navigation's beginning to painted rows. */
export async function rowsAfter(page: Page, go: () => Promise<unknown>): Promise<number> {
  await go();
  await page.waitForFunction(() => (window.probe.rowsAt ?? -1) > 0);
  return await page.evaluate(() => window.probe.rowsAt ?? 0);
}

/** Presses a key and answers the milliseconds to changed pixels; null when nothing changed within two seconds. */
export async function pixelsAfter(page: Page, key: string): Promise<number | null> {
  const before = await page.evaluate(() => window.probe.presses.length);
  await page.keyboard.press(key);
  const changed = await page
    .waitForFunction((count) => window.probe.presses.length > count && window.probe.open === 0, before, { timeout: 2_000 })
    .catch(() => null);
  return changed === null ? null : await page.evaluate((count) => window.probe.presses[count] ?? null, before);
}

/** Waits until a page has nothing more to do: two frames and an idle moment. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 5_000 })));
      }),
  );
}

const lookSeconds = 0.5;

/** Waits until the app's files are installed, and what is shown is on the disk: the page then does little more than count frames. */
export async function keptForNextTime(page: Page, tools: CDPSession): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  let [before, now] = [0, await cpuSeconds(tools, 'TaskDuration')];
  // A tenth of a core, looked at for ten seconds at most.
  for (let looks = 0; looks < 20 && now - before > 0.1 * lookSeconds; looks += 1) {
    await page.waitForTimeout(lookSeconds * 1000);
    [before, now] = [now, await cpuSeconds(tools, 'TaskDuration')];
  }
}

/** Milliseconds of CPU that a page's script took for `act`, until it was settled. */
export async function scriptMs(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  await settled(page);
  const before = await cpuSeconds(session, 'ScriptDuration');
  await act();
  await settled(page);
  return ((await cpuSeconds(session, 'ScriptDuration')) - before) * 1000;
}

/** A session of the browser's own tools, ready for `scriptMs` and `heapMb`. */
export async function toolsOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  // Time of the thread, not of the clock: a busy machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** CPU seconds of a page's main thread so far: script alone, or all its tasks. */
export async function cpuSeconds(session: CDPSession, what: 'ScriptDuration' | 'TaskDuration'): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === what)?.value ?? 0;
}

/** Megabytes that a page's JavaScript holds after a collection. */
export async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1024 / 1024;
}
