// One module of ours as a plain script for a page, built with what builds the app.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const web = join(import.meta.dirname, '..', '..', 'web');

/** Builds `entry` (a path) within `folder`; the script leaves its exports behind as `name`. */
export async function bundleForBrowsers(folder: string, entry: string, name: string): Promise<string> {
  const options = {
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: folder, lib: { entry, formats: ['iife'], name } },
  };
  const code = `
    import { build } from 'vite';
    const options = ${JSON.stringify(options)};
    options.build.lib.fileName = () => 'bundle.js';
    await build(options);`;
  await runModule(code, web);
  return await readFile(join(folder, 'bundle.js'), 'utf8');
}

/** Runs the text of a module in Node and answers what it printed. */
export async function runModule(code: string, cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { cwd });
  return stdout;
}
