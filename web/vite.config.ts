// Builds the app into dist/ with hashed names; in development passes the API and its socket on to a running server.
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

// Everything here has light-dark(), @layer, nesting and the popover attribute, so nothing is rewritten for older engines.
const engines = ['chrome125', 'edge125', 'firefox128', 'safari18'];

export default defineConfig(({ mode }) => {
  const environment = loadEnv(mode, import.meta.dirname, 'SHORTLIST_');
  const server = environment['SHORTLIST_URL'] ?? `http://127.0.0.1:${environment['SHORTLIST_PORT'] ?? '4400'}`;
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: {
      target: engines,
      cssTarget: engines,
      // Inlined fonts and pictures would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: {
        // The polyfill is an inline-able script for engines older than ours.
        polyfill: false,
        // What each later part needs is listed in the first script. All but the first list's is fetched ahead anyway (load-ahead.ts),
        // so that list would cost everyone more than it saves anybody; styles must be known.
        resolveDependencies: (file, parts, { hostType }) =>
          hostType === 'html' || file.includes('HomePlace') ? parts : parts.filter((part) => part.endsWith('.css')),
      },
    },
    server: {
      proxy: {
        '/api': { target: server, ws: true },
        '/healthz': { target: server },
      },
    },
  };
});
