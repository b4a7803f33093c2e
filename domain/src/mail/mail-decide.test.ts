import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, refused } from '../decision-examples.ts';
import { isQuiet } from '../notice/notice-channels.ts';
import type { Notice } from '../notice/notice.ts';
import { newSettings } from '../notice/settings-decide.ts';
import { gatherMail, settleMail, takeMail, unsubscribeMail } from './mail-decide.ts';
import type { Waiting } from './mail-waiting.ts';
import type { Mail } from './mail.ts';

const ann = anId.person();
const now = '2026-11-23T22:30:00.000Z';
const context = aContext({ memberId: null, now });

function told(seq: number, parts: Partial<Notice> = {}, title = 'Arrivals'): Waiting['notices'][number] {
  const notice: Notice = {
    id: `ntc_${seq}` as Notice['id'],
    memberId: ann,
    kind: 'mentioned',
    subjectId: 'sto_1',
    seq,
    byId: null,
    words: 'Look',
    at: now,
    readAt: null,
    ...parts,
  };
  return { notice, handle: 'STORY-1', title, by: 'Mira Kay' };
}

function waiting(notices: Waiting['notices'], settings: Partial<Waiting['settings']> = {}): Waiting {
  const token = 'token-of-a-link-that-is-long';
  return { settings: { ...newSettings(ann, token), ...settings }, name: 'Ann', address: 'ann@example.com', notices };
}

function gathered(...all: readonly Waiting[]) {
  const state = { waiting: all, origin: 'https://s.example.com', workspace: 'Acme', old: [] };
  const { changes } = accepted(gatherMail(state, context));
  const mails = changes.flatMap(({ entity, value }) => (entity === 'mail' && value !== null ? [value] : []));
  return { mails, changes };
}

test('all that waits for a person is one mail, grouped by item, with the way to end them', () => {
  const other = { ...told(3, { subjectId: 'sto_2', kind: 'assigned', words: '' }), handle: 'STORY-2' };
  const { mails } = gathered(waiting([told(1), told(2), other]));
  const [mail] = mails;
  assert.ok(mail !== undefined && mails.length === 1);
  assert.equal(mail.subject, '2 items concern you · Acme');
  assert.equal(mail.text.split('STORY-1 Arrivals').length, 2);
  assert.match(mail.text, /Mira Kay mentioned you: Look\n {2}Mira Kay mentioned you: Look/);
  assert.match(mail.text, /Mira Kay made you the owner\./);
  assert.equal(mail.unsubscribe, 'https://s.example.com/unsubscribe/token-of-a-link-that-is-long');
});

test('a flag is named by its key, and its link leads to its page', () => {
  const late = {
    ...told(1, { kind: 'flag_late', byId: null, words: '' }, 'Night arrivals'),
    handle: 'flag/night arrivals',
    by: null,
  };
  const [mail] = gathered(waiting([late])).mails;
  assert.equal(mail?.subject, 'night arrivals Night arrivals · Acme');
  assert.match(
    mail.text,
    /https:\/\/s\.example\.com\/flags\/flag\/night%20arrivals\n {2}It should be gone from the code by now\./,
  );
});

test('what somebody typed ends no header and is no HTML', () => {
  const evil = '<script>alert(1)</script>" onload=x \r\nBcc: all@example.com';
  const { mails } = gathered(waiting([told(1, { words: `<img src=x onerror=alert(1)>'` }, evil)]));
  const [mail] = mails;
  assert.ok(mail !== undefined);
  assert.doesNotMatch(mail.subject, /[\r\n]/);
  assert.doesNotMatch(mail.html, /<script|<img|" onload/);
  assert.match(mail.html, /&lt;img src=x onerror=alert\(1\)&gt;&#39;/);
});

test('what is not wanted by mail is passed over, and not asked about again', () => {
  const { mails, changes } = gathered(waiting([told(4, { kind: 'commented' }), told(5)], { channels: { mentioned: 'app' } }));
  assert.equal(mails.length, 0);
  assert.deepEqual(
    changes.map(({ value }) => value !== null && 'mailedUpTo' in value && value.mailedUpTo),
    [5],
  );
});

test('within quiet hours of the member’s own zone everything waits', () => {
  const night = { quietFrom: '22:00', quietTo: '07:00', timeZone: 'Europe/Berlin' };
  assert.deepEqual(gathered(waiting([told(1)], night)).changes, []);
  assert.equal(isQuiet(night, '2026-11-23T20:59:00.000Z'), false);
  assert.equal(isQuiet(night, '2026-11-23T21:00:00.000Z'), true);
  assert.equal(isQuiet(night, '2026-11-24T06:00:00.000Z'), false);
  assert.equal(isQuiet({ ...night, quietFrom: '12:00', quietTo: '13:00' }, '2026-11-23T11:30:00.000Z'), true);
  assert.equal(isQuiet({ ...night, quietFrom: null }, now), false);
});

test('a mail that fails is tried later and later, and given up in the end', () => {
  const [made] = gathered(waiting([told(1)])).mails;
  assert.ok(made !== undefined);
  const taken = accepted(takeMail({ due: [made] }, context)).value.items[0];
  assert.ok(taken !== undefined);
  assert.deepEqual([taken.attempts, taken.dueAt], [1, '2026-11-23T22:40:00.000Z']);
  const settled = (mail: Mail, error: string | null) => accepted(settleMail({ mail }, { error }, context)).value;
  assert.deepEqual([settled(taken, 'ECONNECTION').dueAt, settled(taken, null).sentAt], ['2026-11-23T22:31:00.000Z', now]);
  assert.equal(settled({ ...taken, attempts: 4 }, 'ECONNECTION').dueAt, '2026-11-23T23:30:00.000Z');
  assert.deepEqual([settled({ ...taken, attempts: 8 }, 'EAUTH 535').dueAt, settled(taken, null).dueAt], [null, null]);
});

test('the link of a mail ends mail and leaves the app as it was; an unknown one does nothing', () => {
  const settings = { ...newSettings(ann, 'x'), channels: { commented: 'none', ready: 'mail' } } as const;
  const { changes } = accepted(unsubscribeMail({ settings }));
  const [value] = changes.map((change) => change.value);
  assert.ok(value != null && 'channels' in value);
  assert.deepEqual(new Set(Object.values(value.channels)), new Set(['app', 'none']));
  assert.equal(refused(unsubscribeMail({ settings: null })).code, 'not_found');
});
