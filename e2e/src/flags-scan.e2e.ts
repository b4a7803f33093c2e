// Flags in a product's code, found by the command line as its CI would run it.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { callApi, type Product } from './product.ts';
import { startWithOwner } from './seed-workspace.ts';

let product: Product;
let owners = '';
/** As CI has it. */
let token = '';
let code = '';

before(async () => {
  ({ product, token: owners } = await startWithOwner());
  token = (await product.run(['token', 'create', 'CI', '--scope', 'scan'], { token: owners })).trim();
  for (const key of ['new-checkout', 'night-mode', 'old-banner'])
    await callApi(product.url, owners, 'flag.create', { key, title: `About ${key}` });
  code = join(product.folder, 'code');
  await write('src/shop.py', 'if client.get_boolean_value("new-checkout", False):\n    pass\n');
  await write('src/theme.ts', "const on = isOn('night-' + name);\nflags.isOn('long-gone');\n");
  await write('.gitignore', 'dist/\n*.log\n!keep.log\n');
  await write('dist/bundle.js', '"old-banner"');
  await write('debug.log', '"old-banner"');
  await write('sub/.gitignore', 'ours.txt\n');
  await write('sub/ours.txt', '"old-banner"');
  await write('picture.bin', '\u0000 "old-banner"');
  await write('big.sql', `"old-banner"\n${'x'.repeat(1_000_001)}`);
});

after(async () => await product?.stop());

async function write(path: string, text: string): Promise<void> {
  const file = join(code, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

test('a scan names files and lines, what is possible, what nobody knows and what is gone, and leaves out what git would', async () => {
  const found: unknown = JSON.parse(await product.run(['flags', 'scan', code, '--json'], { token }));
  assert.deepEqual(found, {
    files: 4,
    passed: { large: 1, binary: 1, unreadable: 0, isCut: false },
    used: { 'new-checkout': [{ file: 'src/shop.py', line: 1 }] },
    possible: { 'night-mode': [{ file: 'src/theme.ts', line: 1 }] },
    unknown: { 'long-gone': [{ file: 'src/theme.ts', line: 2 }] },
    gone: ['old-banner'],
  });
  const said = await product.run(['flags', 'scan', code], { token });
  assert.match(said, /In the code:\n {2}new-checkout\n {4}src\/shop\.py:1\n/);
  assert.match(said, /Not in the code:\n {2}old-banner\n4 files read; passed over: 1 larger than 1 MB, 1 binary\.\n$/);
});

test('the types name every flag, and are no use of it', async () => {
  const out = join(code, 'src', 'flags.ts');
  assert.equal(await product.run(['flags', 'types', '--out', out], { token: owners }), `${out}: 3 flags\n`);
  assert.match(await readFile(out, 'utf8'), /readonly 'night-mode': boolean;|readonly "night-mode": boolean;/);
  const { gone } = JSON.parse(await product.run(['flags', 'scan', code, '--json'], { token })) as { gone: string[] };
  assert.deepEqual(gone, ['old-banner']);
});

test('the token of CI reports, and is told what it is not for', async () => {
  const report = ['flags', 'scan', code, '--report', '--repository', 'tideline/shop'];
  assert.equal(await product.run(report, { token }), 'Reported for tideline/shop.\nNothing is to be cleaned up.\n');
  await assert.rejects(
    product.run(['flags', 'types'], { token }),
    /This token is for "scan" only and may not do this \(flag\.list\)\. Make another token\./,
  );
});

test('a folder that is not there is said', async () => {
  await assert.rejects(
    product.run(['flags', 'scan', join(code, 'nowhere')], { token }),
    /There is no folder .*nowhere\. Name the folder that holds the code\./,
  );
});
