// Keeps the built app, and nothing else, so that it starts without a network. Answers of the API never come here: what the
// app shows without a server is on the app's own disk (docs/feed-spec.md 12).

// The build writes these two lines anew: what the app consists of, and a name for exactly that.
const files = [];
const build = 'none';

const prefix = 'shortlist-';
const page = '/index.html';
/** What the server answers itself, though a browser may go there. */
const served = /^\/(api|healthz|metrics|ofrep|mcp)(\/|$)/;

async function install() {
  const cache = await caches.open(prefix + build);
  await Promise.all(
    files.map(async (file) => {
      // A name with a hash stands for the same bytes as in the build before.
      const isNamedByContent = file.startsWith('/assets/');
      const known = isNamedByContent ? await caches.match(file) : undefined;
      const response = known ?? (await fetch(file, { cache: isNamedByContent ? 'default' : 'no-cache' }));
      if (!response.ok) throw new Error(`${file} was answered with ${response.status}`);
      await cache.put(file, response);
    }),
  );
}

async function activate() {
  // The build before stays: a tab that still shows it may ask for more of it.
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== prefix + build);
  await Promise.all(names.slice(0, -1).map(async (name) => await caches.delete(name)));
  await self.clients.claim();
}

async function kept(file, request) {
  const cache = await caches.open(prefix + build);
  return (await cache.match(file)) ?? (await caches.match(file)) ?? (await fetch(request));
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || served.test(url.pathname)) return;
  const isPlace = request.mode === 'navigate' && !url.pathname.includes('.');
  if (isPlace) event.respondWith(kept(page, request));
  else if (url.pathname.startsWith('/assets/') || files.includes(url.pathname)) event.respondWith(kept(url.pathname, request));
});
