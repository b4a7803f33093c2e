/** Passwords are kept at the cost that the product promises, and only the right one opens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isPassword, nobodysPassword } from './secrets.ts';

test('a password is kept as scrypt at OWASP’s least, and an unknown e-mail takes as long to refuse', async () => {
  const kept = await hashPassword('correct horse');
  assert.match(kept, /^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{86}$/);
  assert.match(nobodysPassword(), /^scrypt\$131072\$8\$1\$/);
  assert.equal(await isPassword('correct horse', kept), true);
  assert.equal(await isPassword('wrong horse', kept), false);
});

test('a hash made at another cost is read by what it tells; what is no hash opens nothing', async () => {
  const cheap =
    'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$6T3EPrWlvRG_y8-HDJ-XRLH2SiAP9RFvuF7ZslX9Uhzm2r67wKmGt00ZjDJVBrARNgPbGocPgHPTS8Yo2KGQsw';
  assert.equal(await isPassword('correct horse', cheap), true);
  assert.equal(await isPassword('wrong horse', cheap), false);
  for (const stored of ['', 'correct horse', 'bcrypt$10$1$1$AAAA$AAAA', 'scrypt$1024$8$1$AAAA']) {
    assert.equal(await isPassword('correct horse', stored), false);
  }
});
