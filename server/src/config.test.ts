import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readSettings, SettingsError } from './config.ts';

test('without anything it is a server for this machine only', () => {
  assert.deepEqual(readSettings([], {}), {
    dataDir: resolve('.shortlist'),
    databaseUrl: undefined,
    bucket: undefined,
    mail: undefined,
    port: 3000,
    host: '127.0.0.1',
    publicUrl: null,
    logLevel: 'info',
  });
});

test('the environment is read, a flag wins over it, and an empty variable counts as absent', () => {
  const environment = {
    SHORTLIST_DATA: '/srv/data',
    SHORTLIST_PORT: '4000',
    SHORTLIST_HOST: '',
    DATABASE_URL: 'postgres://u@h/d',
    SHORTLIST_BUCKET: 'https://key:a%2Fb@s3.example.com/files/shortlist/?region=eu-1',
    SHORTLIST_PUBLIC_URL: 'https://Shortlist.example.com/',
    SHORTLIST_LOG_LEVEL: 'warn',
    SHORTLIST_SMTP_URL: 'smtp://u:secret@mail.example.com:587',
    SHORTLIST_MAIL_FROM: 'Shortlist <s@example.com>',
  };
  assert.deepEqual(readSettings(['--port', '0', '--host', '::1'], environment), {
    dataDir: '/srv/data',
    databaseUrl: 'postgres://u@h/d',
    bucket: {
      url: 'https://s3.example.com/files/shortlist',
      region: 'eu-1',
      accessKeyId: 'key',
      secretAccessKey: 'a/b',
    },
    mail: { smtpUrl: 'smtp://u:secret@mail.example.com:587', from: 'Shortlist <s@example.com>' },
    port: 0,
    host: '::1',
    publicUrl: 'https://shortlist.example.com',
    logLevel: 'warn',
  });
});

test('every wrong setting is named by where it came from, all at once', () => {
  const environment = {
    SHORTLIST_PORT: '70000',
    DATABASE_URL: 'mysql://x',
    SHORTLIST_BUCKET: 'https://s3.example.com/files',
    SHORTLIST_PUBLIC_URL: 'shortlist.example.com',
    SHORTLIST_LOG_LEVEL: 'loud',
  };
  const messageOf = (args: readonly string[]): readonly string[] => {
    try {
      readSettings(args, environment);
    } catch (error) {
      assert.ok(error instanceof SettingsError);
      return error.message.split('\n').map((line) => line.split(' ')[0] ?? '');
    }
    return [];
  };
  assert.deepEqual(messageOf([]), [
    'DATABASE_URL',
    'SHORTLIST_BUCKET',
    'SHORTLIST_PORT',
    'SHORTLIST_PUBLIC_URL',
    'SHORTLIST_LOG_LEVEL',
  ]);
  assert.deepEqual(messageOf(['--port', 'x']), [
    'DATABASE_URL',
    'SHORTLIST_BUCKET',
    '--port',
    'SHORTLIST_PUBLIC_URL',
    'SHORTLIST_LOG_LEVEL',
  ]);
});

test('an unknown flag and a public address with a path are refused', () => {
  assert.throws(() => readSettings(['--prot', '1'], {}), /--prot/);
  assert.throws(
    () => readSettings([], { SHORTLIST_PUBLIC_URL: 'https://example.com/shortlist' }),
    /SHORTLIST_PUBLIC_URL must have no path/,
  );
});

test('a mail server needs an address that mail comes from, and neither may end a header', () => {
  const wrong = (environment: Record<string, string>) => () => readSettings([], environment);
  const smtp = 'smtp://u:secret@mail.example.com';
  assert.throws(wrong({ SHORTLIST_SMTP_URL: smtp }), /SHORTLIST_MAIL_FROM must say which address/);
  assert.throws(wrong({ SHORTLIST_SMTP_URL: 'https://x' }), /SHORTLIST_SMTP_URL must be an address such as smtp/);
  const injected = { SHORTLIST_SMTP_URL: smtp, SHORTLIST_MAIL_FROM: 'a@b.c\r\nBcc: d@e.f' };
  assert.throws(
    wrong(injected),
    (error: Error) => /SHORTLIST_MAIL_FROM must be/.test(error.message) && !/secret/.test(error.message),
  );
});
