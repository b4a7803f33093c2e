// Everything as a file, from the command line as a script would ask for it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { callApi, type Product } from './product.ts';
import { startWithOwner } from './seed-workspace.ts';

let product: Product;
let token = '';

before(async () => {
  ({ product, token } = await startWithOwner());
  await callApi(product.url, token, 'idea.capture', { problem: 'Guests wait, "for ever"' });
  await callApi(product.url, token, 'idea.capture', { problem: 'Rooms are hard to find' });
});

after(async () => await product?.stop());

const exportCsv = async (...args: readonly string[]) => await product.run(['export', 'csv', ...args], { token });

test('a query and columns of choice are printed, or written into a file that a spreadsheet reads', async () => {
  assert.equal(
    await exportCsv('--query', 'guests', '--columns', 'title, handle'),
    'Title,Handle\r\n"Guests wait, ""for ever""",IDEA-1\r\n',
  );
  const file = join(product.folder, 'all.csv');
  assert.equal(await exportCsv('--query', 'sort:handle', '--columns', 'handle', file), `${file}: 2 rows\n`);
  assert.equal(await readFile(file, 'utf8'), '\uFEFFHandle\r\nIDEA-1\r\nIDEA-2\r\n');
});

test('an unknown column, a query that cannot be read, a file that cannot be written and a token for less say what to do', async () => {
  await assert.rejects(exportCsv('--columns', 'handle,colour'), /There is no column “colour”\. There are handle, title/);
  await assert.rejects(exportCsv('--query', 'ownr:me'), /There is no “ownr:”\. Did you mean owner:\?.*Nothing was exported/);
  await assert.rejects(exportCsv(join(product.folder, 'nowhere', 'all.csv')), /cannot be written/);
  const less = (await product.run(['token', 'create', 'CI', '--scope', 'scan'], { token })).trim();
  await assert.rejects(product.run(['export', 'csv'], { token: less }), /This token is for "scan" only/);
});
