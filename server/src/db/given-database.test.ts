import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectToUrl, refusalOfVersion } from './given-database.ts';

test('PostgreSQL 15 and newer are accepted, older ones refused in one line', () => {
  assert.equal(refusalOfVersion(150_000), null);
  assert.equal(refusalOfVersion(180_004), null);
  assert.match(refusalOfVersion(140_015) ?? '', /^The database is PostgreSQL 14, and Shortlist needs 15 or newer; [^\n]+$/);
});

test('an address that is none is said to be none, and shown what one looks like', async () => {
  for (const wrong of ['', 'localhost', 'mysql://localhost/x']) {
    await assert.rejects(connectToUrl(wrong), /DATABASE_URL is not an address of a PostgreSQL; it looks like/);
  }
});

test('an address where nobody answers is named without its password', async () => {
  await assert.rejects(connectToUrl('postgresql://me:secret@127.0.0.1:1/here'), (error: unknown) => {
    assert.ok(error instanceof Error);
    assert.match(error.message, /^The database at 127\.0\.0\.1:1\/here cannot be opened: connect ECONNREFUSED/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});
