// Keeps the built app in the browser, and knows when a newer one is there. Loaded after the first rows are shown.
import { noteUpdate } from './update-ready.ts';

/** Installs the service worker. Browsers have one only at addresses with https, and at localhost. */
export async function keepApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // Another tab has taken the newer app over: what this one shows is the older.
  let isFirst = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (!isFirst) noteUpdate(() => location.reload());
    isFirst = false;
  });
  try {
    const registration = await serviceWorker.register('/sw.js');
    const tell = () => {
      const { waiting } = registration;
      if (waiting === null || serviceWorker.controller === null) return;
      noteUpdate(() => {
        serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        // A worker, not a window: it has one origin.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        waiting.postMessage('take over');
      });
    };
    tell();
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
  } catch {
    // No network, or a browser that forbids it: the app works, and needs the server to start.
  }
}

/** Asks the server for a newer app, and shows it; where there is none to be had, the page is loaded as it is. */
export async function reloadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const found = await registration?.update().catch(() => undefined);
  const newer = found?.installing ?? found?.waiting;
  if (newer == null) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  const takeOver = () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- as above
    if (newer.state === 'installed') newer.postMessage('take over');
    else if (newer.state === 'redundant') location.reload();
  };
  newer.addEventListener('statechange', takeOver);
  takeOver();
}
