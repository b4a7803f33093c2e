// Builds the app into dist/ with hashed names, and the worker that keeps it; in development passes the API and its socket on to a running server.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite';

// Everything here has light-dark(), @layer, nesting and the popover attribute, so nothing is rewritten for older engines.
const engines = ['chrome125', 'edge125', 'firefox128', 'safari18'];

export default defineConfig(({ mode }) => {
  const environment = loadEnv(mode, import.meta.dirname, 'SHORTLIST_');
  const server = environment['SHORTLIST_URL'] ?? `http://127.0.0.1:${environment['SHORTLIST_PORT'] ?? '4400'}`;
  return {
    root: import.meta.dirname,
    plugins: [react(), hashedNames(), firstListAhead(), serviceWorker()],
    resolve: {
      // React has had it since 18; the stand-in for older ones need not travel.
      alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
    },
    build: {
      target: engines,
      cssTarget: engines,
      // Inlined fonts and pictures would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // Few files: each costs a request, and what needs which is only found out file by file. Without groups the first list came
          // in 45 pieces. The parts of the screen are in nearly every place; dialogs come when one is opened.
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'] },
              // Nearly every other place needs most of both.
              { name: neededBy(firstList, 'idea/ParkingLot.tsx'), debugName: firstList },
              { name: neededBy('home', 'home/HomePlace.tsx'), debugName: 'home' },
              { name: 'parts', test: /[\\/]web[\\/]src[\\/]ui[\\/](?!Dialog\.)[^\\/]+$/, minShareCount: 5 },
            ],
          },
        },
      },
      modulePreload: {
        // The polyfill is an inline-able script for engines older than ours.
        polyfill: false,
        // What each later part needs is listed in the first script. All but the first list's is fetched ahead anyway (load-ahead.ts),
        // so that list would cost everyone more than it saves anybody; styles must be known.
        resolveDependencies: (file, parts, { hostType }) =>
          hostType === 'html' || file.includes('/home-') ? parts : parts.filter((part) => part.endsWith('.css')),
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

const firstList = 'first-list';

/** Names one part for all that a place needs at once and the groups before have not. */
function neededBy(part: string, place: string): Rolldown.CodeSplittingNameFunction {
  const needed = new Set<string>();
  return (id, chunking) => {
    const follow = (module: string) => {
      if (needed.has(module)) return;
      needed.add(module);
      chunking.getModuleInfo(module)?.importedIds.forEach(follow);
    };
    if (needed.size === 0) follow(join(import.meta.dirname, 'src', place).replaceAll('\\', '/'));
    return needed.has(id) ? part : null;
  };
}

/** Has the browser fetch the first list's part, and the letters of its rows, beside the start, not after having read it. */
function firstListAhead(): Plugin {
  const linkTo = (file: string): HtmlTagDescriptor | null => {
    const attrs = { href: `/${file}`, crossorigin: true };
    if (/\/first-list-[\w-]+\.js$/.test(file))
      return { tag: 'link', attrs: { rel: 'modulepreload', ...attrs }, injectTo: 'head' };
    if (!/\/(inter|jetbrains-mono)-latin-(wght|400)-normal-[\w-]+\.woff2$/.test(file)) return null;
    return { tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', ...attrs }, injectTo: 'head' };
  };
  return {
    name: 'first-list-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => Object.keys(bundle).flatMap((file) => linkTo(file) ?? []),
    },
  };
}

/** Files that the page names and that come before all others, so that they cannot be asked for anew at each start: named by content. */
const namedByThePage = ['theme.js', 'layers.css'];

/** Gives the files of `public` that the page waits for names with a hash of what is in them, as the builder does for its own. */
function hashedNames(): Plugin {
  const contentOf = (name: string) =>
    readFileSync(join(import.meta.dirname, 'public', name), 'utf8').replaceAll(/^\s*\/\/.*\n|\/\*[^]*?\*\/\n/gm, '');
  const hashed = (name: string) => {
    const hash = createHash('sha256').update(contentOf(name)).digest('base64url').slice(0, 8);
    return `assets/${name.replace('.', `-${hash}.`)}`;
  };
  return {
    name: 'hashed-names',
    apply: 'build',
    transformIndexHtml: (html) => namedByThePage.reduce((page, name) => page.replace(`"/${name}"`, `"/${hashed(name)}"`), html),
    generateBundle() {
      for (const name of namedByThePage) {
        this.emitFile({ type: 'asset', fileName: hashed(name), source: contentOf(name) });
      }
    },
  };
}

/** Writes dist/sw.js, with the names of all built files and one name for their content. */
function serviceWorker(): Plugin {
  const dist = join(import.meta.dirname, 'dist');
  return {
    name: 'service-worker',
    apply: 'build',
    closeBundle: () => {
      const paths = globSync('**/*', { cwd: dist })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => path !== 'sw.js' && statSync(join(dist, path)).isFile())
        .toSorted();
      const hash = createHash('sha256');
      for (const path of paths) hash.update(path).update(readFileSync(join(dist, path)));
      const files = JSON.stringify(paths.map((path) => `/${path}`));
      const worker = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
        .replace('const files = [];', () => `const files = ${files};`)
        .replace("const build = 'none';", `const build = '${hash.digest('hex').slice(0, 16)}';`);
      writeFileSync(join(dist, 'sw.js'), worker);
    },
  };
}
