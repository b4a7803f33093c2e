// Who may import whom: THE table of architecture.md 2. The linter asks it for every import (oxlint-plugin.mjs);
// check-carried.mjs follows the same paths through the tree.
import { posix } from 'node:path';

const isTest = (path) => /(\.(test|e2e)\.tsx?|\/test(-[a-z-]+\.ts|\/.*)|-for-test\.ts)$/.test(path);
const isDecision = (path) => path.endsWith('-decide.ts');
const inside = (path, ...folders) => folders.some((folder) => path.startsWith(`${folder}/`));
const isOurs = (target) => inside(target, 'domain', 'server', 'web', 'sdk', 'cli', 'e2e', 'bench', 'scripts');
const isPackage = (target) => target.startsWith('npm:');
const isNode = (target) => target.startsWith('node:');
const workspaceOf = (path) => path.slice(0, path.indexOf('/'));

/** The folder below `src`: `server/src/story/story-queries.ts` → `story`; null for files that lie in `src` itself. */
const folderOf = (path) => /^[a-z0-9]+\/src\/([^/]+)\//.exec(path)?.[1] ?? null;

const serverEdges = ['http', 'mcp', 'jobs'];
const serverParts = [...serverEdges, 'db', 'changes', 'backup', 'integrations', 'seed', 'test'];
const isServerFeature = (path) => inside(path, 'server/src') && folderOf(path) !== null && !serverParts.includes(folderOf(path));
const isServerEdge = (path) => inside(path, 'server/src') && serverEdges.includes(folderOf(path));

/** What the rest of the app may take from `web/src/sync`; everything else in there is how sync works. */
const isSyncDoor = (path) =>
  /^web\/src\/sync\/(use-[a-z-]+|send|ask|upload|store|session|sync-provider|SyncProvider)\.tsx?$/.test(path);

const domainStandsOn = ['npm:zod', 'npm:wink-porter2-stemmer', 'npm:temporal-polyfill', 'npm:temporal-polyfill/global'];
const databasePackages = ['npm:kysely', 'npm:pg', 'npm:postgres'];
const webServers = ['npm:hono', 'npm:@hono/node-server', 'npm:ws'];
const isOneOf = (target, packages) => packages.some((name) => target === name || target.startsWith(`${name}/`));

/**
 * Each wall: `from` says which files stand behind it, `refuses` which targets they may not import, `says` what to do
 * instead. `typesPass` lets `import type` through. Tests stand behind a wall only where it says `testsToo`.
 */
const walls = [
  {
    name: 'workspaces-by-name',
    from: () => true,
    testsToo: true,
    refuses: (target, path, specifier) =>
      specifier.startsWith('.') && workspaceOf(target) !== workspaceOf(path) && !inside(path, 'scripts'),
    says: 'Another workspace is imported by its name: @shortlist/domain/<feature>/<file>.ts.',
  },
  {
    name: 'tests-apart',
    from: (path) => !inside(path, 'scripts', 'e2e', 'bench'),
    refuses: (target) => isOurs(target) && isTest(target),
    says: 'What tests stand on is for tests alone.',
  },
  {
    name: 'passwords-stay-dear',
    from: (path) => path !== 'server/src/workspace/secrets.ts',
    refuses: (target) => target === 'server/src/workspace/password-cost.ts',
    says: 'What a password hash costs is set by tests alone; secrets.ts hashes and compares.',
  },
  {
    name: 'domain-alone',
    from: (path) => inside(path, 'domain'),
    refuses: (target) =>
      (isPackage(target) || isOurs(target) || isNode(target)) && !inside(target, 'domain') && !domainStandsOn.includes(target),
    says: 'domain imports zod, wink-porter2-stemmer, temporal-polyfill and itself: it runs in the server, the browser and the SDK.',
  },
  {
    name: 'decisions-apart',
    // What tests stand on is brought about by the decisions that make it.
    from: (path) => inside(path, 'domain') && !path.endsWith('-examples.ts'),
    refuses: (target, path) => isDecision(target) && folderOf(target) !== folderOf(path),
    says: "A feature never imports another feature's decision; a rule that two share lives in a file not named -decide.",
  },
  {
    name: 'decisions-without-schemas',
    from: (path) => inside(path, 'domain') && isDecision(path),
    typesPass: true,
    refuses: (target) =>
      target === 'npm:zod' || /(-operations|\/operations?|\/entity|\/entities|\/schema-parts)\.ts$/.test(target),
    says: 'A decision imports types and constants only, so that the browser runs it without carrying zod.',
  },
  {
    name: 'features-below-the-edges',
    from: isServerFeature,
    refuses: (target) => isServerEdge(target) || isOneOf(target, webServers),
    says: 'A server feature knows domain, db and changes; it never reaches up to http, mcp or jobs.',
  },
  {
    name: 'features-below-the-road',
    from: isServerFeature,
    typesPass: true,
    refuses: (target) => /^server\/src\/(main|app|run-operation|handlers)\.ts$/.test(target),
    says: 'The road calls a feature, never the other way: of the road a feature takes types only.',
  },
  {
    name: 'one-writer',
    from: isServerFeature,
    typesPass: true,
    refuses: (target) => target === 'server/src/changes/apply-changes.ts',
    says: 'A handler returns changes; the road alone applies them.',
  },
  {
    name: 'edges-by-the-road',
    from: isServerEdge,
    typesPass: true,
    refuses: (target) => isServerFeature(target) || inside(target, 'server/src/db') || isOneOf(target, databasePackages),
    says: 'http, mcp and jobs know the road and the registry, never a feature or a table: make it an operation.',
  },
  {
    name: 'storage-below-all',
    from: (path) => inside(path, 'server/src/db', 'server/src/changes'),
    refuses: (target, path) =>
      isServerEdge(target) ||
      isServerFeature(target) ||
      /^server\/src\/[^/]+\.ts$/.test(target) ||
      (inside(path, 'server/src/db') && inside(target, 'server/src/changes')),
    says: 'db and changes are the ground: they know no feature, no edge and no road.',
  },
  {
    name: 'server-alone',
    from: (path) => inside(path, 'server'),
    testsToo: true,
    refuses: (target) => isOurs(target) && !inside(target, 'server', 'domain'),
    says: 'The server knows itself and domain only.',
  },
  {
    name: 'web-alone',
    // What builds the app runs in Node.
    from: (path) => inside(path, 'web') && path !== 'web/vite.config.ts',
    refuses: (target) => (isOurs(target) && !inside(target, 'web', 'domain')) || isNode(target),
    says: 'The app knows itself and domain only, and runs in browsers.',
  },
  {
    name: 'parts-know-no-product',
    from: (path) => inside(path, 'web/src/ui'),
    testsToo: true,
    refuses: (target) => isOurs(target) && !inside(target, 'web/src/ui'),
    says: 'web/src/ui knows nothing of the product: pass words and values in as props.',
  },
  {
    name: 'sync-behind-its-door',
    from: (path) => inside(path, 'web') && !inside(path, 'web/src/sync'),
    refuses: (target) => inside(target, 'web/src/sync') && !isSyncDoor(target),
    says: 'Nothing outside web/src/sync knows how sync works: use its use-*.ts, send.ts, store.ts or session.ts.',
  },
  {
    name: 'sync-knows-no-screen',
    from: (path) => inside(path, 'web/src/sync'),
    refuses: (target) => inside(target, 'web') && !inside(target, 'web/src/sync'),
    says: 'web/src/sync knows no screen and no part: it is given what it needs.',
  },
  {
    name: 'web-without-schemas',
    from: (path) => inside(path, 'web'),
    typesPass: true,
    refuses: (target) =>
      target === 'npm:zod' || /^domain\/.*(-operations|\/operations?|\/entity|\/entities|\/schema-parts)\.ts$/.test(target),
    says: 'The app imports types and constants from domain, never a schema: write `import type`.',
  },
  {
    name: 'sdk-in-browsers',
    // What builds the package runs in Node.
    from: (path) => inside(path, 'sdk') && path !== 'sdk/build.mjs',
    refuses: (target, path) =>
      (isNode(target) && path !== 'sdk/src/file-storage.ts') || (isOurs(target) && !inside(target, 'sdk', 'domain')),
    says: 'The SDK runs in browsers: it knows itself and domain, and no node: module.',
  },
  {
    name: 'cli-without-the-app',
    from: (path) => inside(path, 'cli'),
    testsToo: true,
    refuses: (target) => inside(target, 'web', 'e2e', 'bench'),
    says: 'The command line knows domain, sdk and server.',
  },
  {
    name: 'journeys-from-outside',
    from: (path) => inside(path, 'e2e'),
    testsToo: true,
    refuses: (target) => isOurs(target) && !inside(target, 'e2e') && !/^domain\/.*-examples\.ts$/.test(target),
    says: 'A journey walks through the browser, the command line and the API; of ours it imports *-examples.ts only.',
  },
];

/**
 * Where an import leads: a path from the repository's root (`domain/src/story/story.ts`), or `npm:<specifier>`, or
 * `node:<module>`. `path` is the importing file, from the root.
 */
export function targetOf(path, specifier) {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), specifier));
  if (specifier.startsWith('node:')) return specifier;
  const ours = /^@shortlist\/([a-z0-9]+)(?:\/(.*))?$/.exec(specifier);
  if (ours !== null) return `${ours[1]}/src/${ours[2] ?? ''}`;
  return `npm:${specifier}`;
}

/** The wall that an import runs into, or null. `typeOnly` is true for `import type` and `export type … from`. */
export function wallAgainst(path, specifier, typeOnly) {
  const target = targetOf(path, specifier);
  return (
    walls.find(
      (wall) =>
        wall.from(path) &&
        (wall.testsToo === true || !isTest(path)) &&
        !(typeOnly && wall.typesPass === true) &&
        wall.refuses(target, path, specifier),
    ) ?? null
  );
}

/** The names of all walls, so that the test can tell that none is untested. */
export const wallNames = walls.map((wall) => wall.name);
