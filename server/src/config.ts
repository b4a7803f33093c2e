/** Settings of a server, from flags and the environment. Everything is checked here, once; a wrong one is named. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bucketAddress, type Bucket } from './files/bucket.ts';

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export interface Settings {
  /** Absolute. Holds the embedded database and the setup token. */
  readonly dataDir: string;
  /** A PostgreSQL to use in place of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Where attached files lie, in place of the data folder. */
  readonly bucket?: Bucket | undefined;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Origin under which people reach the server, without a path: `https://shortlist.example.com`. Null: as they call it. */
  readonly publicUrl: string | null;
  /** Absent: no mail is sent. */
  readonly mail?: { readonly smtpUrl: string; readonly from: string } | undefined;
  readonly logLevel: (typeof logLevels)[number];
}

export class SettingsError extends Error {}

/** The flags with what they stand for, as `--help` shows them. */
export const settingsHelp = `  --data DIR     where everything is kept            SHORTLIST_DATA        .shortlist
  --port N       port to listen on                   SHORTLIST_PORT        3000
  --host H       address to listen on                SHORTLIST_HOST        127.0.0.1
                 PostgreSQL in place of the embedded DATABASE_URL
                 bucket for files, speaking S3       SHORTLIST_BUCKET
                 address that people use             SHORTLIST_PUBLIC_URL
                 mail server, smtp://u:p@host:587    SHORTLIST_SMTP_URL
                 address that mail comes from        SHORTLIST_MAIL_FROM
                 how much is logged                  SHORTLIST_LOG_LEVEL   info`;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a number from 0 to 65535');

const publicUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an address such as https://shortlist.example.com',
  )
  .refine(
    (text) => !URL.canParse(text) || /^\/?$/.test(new URL(text).pathname),
    'must have no path: Shortlist answers at the root of its host',
  )
  .transform((text) => new URL(text).origin);

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgresql://user:password@host:5432/database');

const smtpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol),
    'must be an address such as smtp://user:password@mail.example.com:587',
  );

const mailFrom = z.string().regex(/^[^\r\n]*@[^\r\n@]+$/, 'must be an address such as Shortlist <shortlist@example.com>');

/** Reads a setting from its flag, else from its variable; an empty variable counts as absent. */
interface Source {
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the flags `--data`, `--port` and `--host` and the environment; a flag wins. Throws a `SettingsError` with one line
 * for each wrong setting, which names the flag or variable it came from.
 */
export function readSettings(args: readonly string[], environment: Source['environment']): Settings {
  const source = { flags: readFlags(args), environment };
  const problems: string[] = [];
  const read = <Value>(flag: string | null, variable: string, schema: z.ZodType<Value, string>, otherwise: Value): Value => {
    const fromFlag = flag === null ? undefined : source.flags[flag];
    const text = fromFlag ?? (source.environment[variable] || undefined);
    if (text === undefined) return otherwise;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    const name = fromFlag === undefined ? variable : `--${flag}`;
    problems.push(`${name} ${parsed.error.issues[0]?.message ?? 'is wrong'}.`);
    return otherwise;
  };
  const smtp = read<string | null>(null, 'SHORTLIST_SMTP_URL', smtpUrl, null);
  const from = read<string | null>(null, 'SHORTLIST_MAIL_FROM', mailFrom, null);
  if (smtp !== null && from === null) problems.push('SHORTLIST_MAIL_FROM must say which address mail comes from.');
  const settings = {
    mail: smtp === null || from === null ? undefined : { smtpUrl: smtp, from },
    dataDir: resolve(read('data', 'SHORTLIST_DATA', z.string().min(1, 'must name a folder'), '.shortlist')),
    databaseUrl: read<string | undefined>(null, 'DATABASE_URL', databaseUrl, undefined),
    bucket: read<Bucket | undefined>(null, 'SHORTLIST_BUCKET', bucketAddress, undefined),
    port: read('port', 'SHORTLIST_PORT', port, 3000),
    host: read('host', 'SHORTLIST_HOST', z.string().min(1, 'must be an address to listen on'), '127.0.0.1'),
    publicUrl: read<string | null>(null, 'SHORTLIST_PUBLIC_URL', publicUrl, null),
    logLevel: read('log-level', 'SHORTLIST_LOG_LEVEL', z.enum(logLevels, `must be one of ${logLevels.join(', ')}`), 'info'),
  };
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  return settings;
}

function readFlags(args: readonly string[]): Source['flags'] {
  try {
    const options = { data: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
