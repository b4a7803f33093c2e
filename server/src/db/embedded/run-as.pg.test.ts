import assert from 'node:assert/strict';
import { chmod, chown, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Database } from '../connect.ts';
import { closedToOthers } from './closed-to-others.ts';
import { clusterFolder, passwordFile } from './cluster-folder.ts';
import { emptyFolder, killServer, openFolder, startServer } from './folder-for-test.ts';
import { locateBinaries } from './locate-binaries.ts';
import { copyBinaries } from './prepare-binaries.ts';
import { chooseRunAs, runProgramAs } from './run-as.ts';

const NOBODY = 65_534;
const NAMELESS = 12_345;
const isRoot = process.getuid?.() === 0;
const asRoot = { skip: !isRoot && 'needs root' };
const asPlainUser = { skip: isRoot && 'needs a plain user' };

/** The user of a running PostgreSQL, as the system sees it from outside. */
async function uidOf(database: Database): Promise<number> {
  return (await stat(`/proc/${database.embedded?.pid()}`)).uid;
}

async function canWrite(database: Database): Promise<void> {
  await database.pool.query('create table if not exists written (id int)');
  await database.pool.query('insert into written values (1)');
}

test('as a plain user it runs as that user', asPlainUser, async () => {
  const database = await openFolder(await emptyFolder());
  assert.equal(await uidOf(database), process.getuid?.());
  await canWrite(database);
  await database.close();
});

test('root starts it for a plain user too: a server of user nobody on a folder of its own', asRoot, async (t) => {
  const closed = await closedToOthers();
  if (closed !== null) return t.skip(closed);
  const folder = await emptyFolder();
  await chown(folder, NOBODY, NOBODY);
  const server = await startServer(folder, { uid: NOBODY, gid: NOBODY, cwd: '/' });
  assert.equal((await stat(`/proc/${server.postmaster}`)).uid, NOBODY);
  assert.equal((await stat(clusterFolder(folder))).uid, NOBODY);
  await killServer(server);
});

test('as root in a user namespace every file stays root’s own', asRoot, async (t) => {
  const folder = await emptyFolder();
  if ((await chooseRunAs(folder)).way !== 'namespace') return t.skip('user namespaces are not allowed here');
  const database = await openFolder(folder);
  await canWrite(database);
  assert.equal((await stat(clusterFolder(folder))).uid, 0);
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
  await database.close();
});

test('as root without user namespaces it runs as an unprivileged user, and the password stays root’s', asRoot, async () => {
  const folder = await emptyFolder();
  if ((await closedToOthers()) === null) assert.deepEqual((await chooseRunAs(folder, 'setuid')).prefix, []);
  const database = await openFolder(folder, { embedded: { runAs: 'setuid' } });
  await canWrite(database);
  const uid = await uidOf(database);
  assert.notEqual(uid, 0);
  assert.equal((await stat(clusterFolder(folder))).uid, uid);
  assert.deepEqual([(await stat(passwordFile(folder))).uid, (await stat(passwordFile(folder))).mode & 0o777], [0, 0o600]);
  assert.equal((await stat(database.connection().host ?? '')).uid, uid);
  await database.close();
});

test('as root on a folder of a plain user it runs as that user', asRoot, async () => {
  const folder = await emptyFolder();
  await chown(folder, NOBODY, NOBODY);
  const database = await openFolder(folder, { embedded: { runAs: 'setuid' } });
  await canWrite(database);
  assert.equal(await uidOf(database), NOBODY);
  await database.close();
});

test('a user without a name, as containers start them, is no obstacle where user namespaces are allowed', asRoot, async (t) => {
  const closed = await closedToOthers();
  if (closed !== null) return t.skip(closed);
  const folder = await emptyFolder();
  if ((await chooseRunAs(folder)).way !== 'namespace') return t.skip('user namespaces are not allowed here');
  await chown(folder, NAMELESS, NAMELESS);
  const server = await startServer(folder, { uid: NAMELESS, gid: NAMELESS, cwd: '/' });
  assert.equal((await stat(`/proc/${server.postmaster}`)).uid, NAMELESS);
  await killServer(server);
});

test('as root on a folder of a user without a name it runs as a named one', asRoot, async () => {
  const folder = await emptyFolder();
  await chown(folder, NAMELESS, NAMELESS);
  const database = await openFolder(folder, { embedded: { runAs: 'setuid' } });
  await canWrite(database);
  assert.ok(![0, NAMELESS].includes(await uidOf(database)));
  await database.close();
});

test('as root with folder and programs below closed folders (as in /root) it runs all the same', asRoot, async (t) => {
  const closed = await emptyFolder();
  const folder = join(closed, 'data');
  await mkdir(folder);
  await chmod(closed, 0o700);
  const runAs = await chooseRunAs(folder, 'setuid').catch((error: unknown) => String(error));
  if (typeof runAs === 'string') return t.skip(runAs);
  assert.match(await runProgramAs(runAs, 'id', ['-u']), /^[1-9]/);
  const { nativeDir } = await locateBinaries(undefined);
  const pgBinDir = await copyBinaries(nativeDir ?? '', closed);
  const database = await openFolder(folder, { embedded: { runAs: 'setuid', pgBinDir } });
  await canWrite(database);
  assert.notEqual(await uidOf(database), 0);
  await database.close();
});

test('a folder used the one way can be used the other way afterwards', asRoot, async (t) => {
  const folder = await emptyFolder();
  if ((await chooseRunAs(folder)).way !== 'namespace') return t.skip('user namespaces are not allowed here');
  for (const way of ['namespace', 'setuid', 'namespace'] as const) {
    const database = await openFolder(folder, { embedded: { runAs: way } });
    await canWrite(database);
    await database.close();
  }
  const log = await readFile(join(folder, 'postgres', 'postgres.log'), 'utf8');
  assert.doesNotMatch(log, /wrong ownership|Permission denied/);
});
