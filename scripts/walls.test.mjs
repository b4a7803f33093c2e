// Every wall is run into once, by the real linter with the real configuration, in a small copy of the tree.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { wallNames } from './walls.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const using = (specifier) => `import { thing } from '${specifier}';\nexport const used = thing;\n`;
const typesOf = (specifier) => `import type { Thing } from '${specifier}';\nexport type Used = Thing;\n`;

/** wall: [file, source][] that the linter must refuse, naming that wall. */
const refused = {
  'workspaces-by-name': [
    ['server/src/story/near.ts', using('../../../domain/src/rank.ts')],
    ['server/src/story/near.test.ts', using('../../../domain/src/rank.ts')],
  ],
  'tests-apart': [
    ['server/src/serve.ts', using('./test-server.ts')],
    ['server/src/idea/rows.ts', using('../db/test-database.ts')],
    ['server/src/db/folders.ts', using('./embedded/folder-for-test.ts')],
  ],
  'passwords-stay-dear': [
    ['server/src/workspace/sign-in.ts', using('./password-cost.ts')],
    ['server/src/app.ts', using('./workspace/password-cost.ts')],
  ],
  'domain-alone': [
    ['domain/src/story/files.ts', using('node:fs')],
    ['domain/src/story/database.ts', using('kysely')],
    ['domain/src/story/server.ts', typesOf('@shortlist/server/db/connect.ts')],
    ['domain/src/story/later.ts', "export const later = await import('node:path');\n"],
    ['domain/src/story/passed-on.ts', "export { readFile } from 'node:fs';\n"],
  ],
  'decisions-apart': [
    ['domain/src/story/borrows.ts', using('../idea/idea-decide.ts')],
    ['domain/src/borrows.ts', using('./idea/idea-decide.ts')],
  ],
  'decisions-without-schemas': [
    ['domain/src/story/story-decide.ts', using('zod')],
    ['domain/src/story/criterion-decide.ts', using('./story-operations.ts')],
    ['domain/src/story/task-decide.ts', using('../entities.ts')],
  ],
  'features-below-the-edges': [
    ['server/src/story/story-queries.ts', using('../http/routes.ts')],
    ['server/src/story/reads-mcp.ts', typesOf('../mcp/tools.ts')],
    ['server/src/story/reads-jobs.ts', using('../jobs/mail.ts')],
    ['server/src/idea/routes.ts', using('hono')],
  ],
  'features-below-the-road': [
    ['server/src/story/reads-road.ts', using('../run-operation.ts')],
    ['server/src/story/reads-list.ts', using('../handlers.ts')],
  ],
  'one-writer': [['server/src/story/story-handlers.ts', using('../changes/apply-changes.ts')]],
  'edges-by-the-road': [
    ['server/src/http/lists.ts', using('../story/story-queries.ts')],
    ['server/src/mcp/tools.ts', using('../story/story-handlers.ts')],
    ['server/src/jobs/mail.ts', using('../db/tables.ts')],
    ['server/src/jobs/queries.ts', using('kysely')],
  ],
  'storage-below-all': [
    ['server/src/changes/feed.ts', using('../story/story-queries.ts')],
    ['server/src/db/migrate.ts', using('../changes/feed.ts')],
    ['server/src/db/connect.ts', using('../http/routes.ts')],
  ],
  'server-alone': [['server/src/story/shows.ts', using('@shortlist/web/ui/Button.tsx')]],
  'web-alone': [
    ['web/src/story/files.ts', using('node:fs')],
    ['web/src/story/tables.ts', typesOf('@shortlist/server/db/tables.ts')],
  ],
  'parts-know-no-product': [
    ['web/src/ui/Meter.tsx', typesOf('@shortlist/domain/backlog/placement.ts')],
    ['web/src/ui/Live.tsx', using('../sync/use-entity.ts')],
    ['web/src/ui/Row.tsx', using('../story/StoryRow.tsx')],
  ],
  'sync-behind-its-door': [['web/src/story/StoryPage.tsx', using('../sync/feed-socket.ts')]],
  'sync-knows-no-screen': [['web/src/sync/feed-socket.ts', using('../story/StoryRow.tsx')]],
  'web-without-schemas': [
    ['web/src/story/parses.ts', using('zod')],
    ['web/src/story/operations.ts', using('@shortlist/domain/story/story-operations.ts')],
    ['web/src/sync/entities.ts', using('@shortlist/domain/entities.ts')],
  ],
  'sdk-in-browsers': [
    ['sdk/src/files.ts', using('node:crypto')],
    ['sdk/src/server.ts', using('@shortlist/server/config.ts')],
  ],
  'cli-without-the-app': [['cli/src/shows.ts', using('@shortlist/web/ui/Button.tsx')]],
  'journeys-from-outside': [
    ['e2e/src/loop.e2e.ts', using('@shortlist/domain/story/story.ts')],
    ['e2e/src/server.ts', using('@shortlist/server/app.ts')],
  ],
};

/** Refused by a rule of the linter rather than by the table: [rule, file, source]. */
const refusedByRule = [
  ['no-restricted-globals', 'web/src/story/fetches.ts', "export const answer = fetch('/api');\n"],
  ['no-restricted-globals', 'web/src/story/listens.ts', "export const socket = new WebSocket('/feed');\n"],
  ['no-restricted-properties', 'web/src/story/hides.ts', "export const answer = window.fetch('/api');\n"],
  ['no-restricted-properties', 'domain/src/story/now.ts', 'export const now = Date.now();\n'],
  ['no-restricted-properties', 'domain/src/story/dice.ts', 'export const dice = Math.random();\n'],
  ['no-restricted-globals', 'domain/src/story/surroundings.ts', 'export const surroundings = process.env;\n'],
  ['no-clock', 'domain/src/story/clock.ts', 'export const clock = new Date();\n'],
  ['no-clock', 'domain/src/story/clock-text.ts', 'export const clock = Date();\n'],
  ['no-barrel-file', 'domain/src/story/index.ts', "export * from './ladder.ts';\n"],
  ['no-default-export', 'domain/src/story/ours.ts', 'export default 1;\n'],
  ['no-explicit-any', 'server/src/story/any.ts', 'export const any: any = 1;\n'],
  ['no-non-null-assertion', 'server/src/story/sure.ts', 'export const sure = (a: string | null) => a!.length;\n'],
  ['no-floating-promises', 'server/src/story/floats.ts', 'const a = async () => 1;\na();\nexport const b = a;\n'],
  ['max-lines', 'server/src/story/long.ts', 'export const line = 1;\n'.replace('line', 'one') + '//\n'.repeat(500)],
  ['no-cycle', 'domain/src/story/one.ts', "import { two } from './two.ts';\nexport const one = () => two;\n"],
];

/** What must stay possible. */
const allowed = [
  ['domain/src/story/two.ts', "import { one } from './one.ts';\nexport const two = () => one;\n"],
  ['domain/src/story/ladder.ts', "export const ladder = new Date('2026-11-22').getTime();\n"],
  ['domain/src/story/schema.ts', using('zod')],
  ['domain/src/idea/idea-decide.ts', typesOf('../entities.ts')],
  ['domain/src/idea/idea-decide.test.ts', using('node:test') + typesOf('../story/story-decide.ts')],
  ['server/src/story/guards.ts', using('@shortlist/domain/story/story-decide.ts')],
  ['server/src/story/tables.ts', using('../db/tables.ts') + typesOf('../changes/apply-changes.ts')],
  ['server/src/story/caller.ts', typesOf('../run-operation.ts')],
  ['server/src/story/story.pg.test.ts', using('../run-operation.ts')],
  ['server/src/test/test-workspace.ts', using('../run-operation.ts') + typesOf('../db/test-database.ts')],
  ['server/src/test-server.ts', using('./workspace/password-cost.ts')],
  ['server/src/http/backup-route.ts', using('../backup/write-backup.ts')],
  ['server/src/http/routes.ts', using('../run-operation.ts') + typesOf('../db/tables.ts')],
  ['web/src/story/StoryRow.tsx', using('../sync/use-entity.ts') + typesOf('@shortlist/domain/story/story-operations.ts')],
  ['web/src/story/guess.ts', using('@shortlist/domain/story/story-decide.ts')],
  ['web/src/sync/send.ts', "export const answer = fetch('/api');\n"],
  ['sdk/src/client.ts', using('@shortlist/domain/operation.ts')],
  ['e2e/src/review.e2e.ts', using('@shortlist/domain/story/story-examples.ts')],
];

let folder;
/** Findings by file: `{ code, message }[]`. */
const findings = new Map();

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shortlist-walls-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.base.json']) cpSync(join(root, name), join(folder, name));
  for (const name of ['walls.mjs', 'oxlint-plugin.mjs']) cpSync(join(root, 'scripts', name), join(folder, 'scripts', name));
  const files = [...Object.values(refused).flat(), ...refusedByRule.map(([, ...file]) => file), ...allowed];
  assert.equal(new Set(files.map(([path]) => path)).size, files.length, 'two cases share a file');
  for (const [path, source] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  for (const workspace of new Set(files.map(([path]) => path.split('/')[0])))
    writeFileSync(join(folder, workspace, 'tsconfig.json'), '{ "extends": "../tsconfig.base.json", "include": ["src"] }');
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  // It exits with 1 when it finds something; the output is what counts.
  const run = promisify(execFile)(process.execPath, [oxlint, '--format=json'], {
    cwd: folder,
    env: { ...process.env, OXLINT_TSGOLINT_PATH: join(root, 'node_modules', '.bin', 'tsgolint') },
  });
  const { stdout } = await run.catch((error) => error);
  for (const { filename, code, message } of JSON.parse(stdout).diagnostics) {
    findings.set(filename, [...(findings.get(filename) ?? []), { code, message }]);
  }
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('every wall has a case that runs into it', () => {
  assert.deepEqual(Object.keys(refused), wallNames);
});

for (const [wall, cases] of Object.entries(refused)) {
  for (const [path] of cases) {
    test(`the wall ${wall} refuses ${path}`, () => {
      const found = findings.get(path) ?? [];
      assert.ok(
        found.some(({ message }) => message.includes(`(wall: ${wall})`)),
        JSON.stringify(found),
      );
    });
  }
}

for (const [rule, path] of refusedByRule) {
  test(`${rule} refuses ${path}`, () => {
    const found = findings.get(path) ?? [];
    assert.ok(
      found.some(({ code }) => code.includes(`(${rule})`)),
      JSON.stringify(found),
    );
  });
}

for (const [path] of allowed) {
  test(`nothing stands in the way of ${path}`, () => {
    const found = (findings.get(path) ?? []).filter(({ code }) => /walls|restricted|clock/.test(code));
    assert.deepEqual(found, []);
  });
}
