import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, eventsOf, parsed, refused } from '../decision-examples.ts';
import { definitionIn, segmentDefinition } from '../flag/definition-of.ts';
import { explainFlag } from '../flag/flag-explain.ts';
import { setOf } from '../flag/flag-set.ts';
import type { Flag } from '../flag/flag.ts';
import type { Id } from '../ids.ts';
import { aContext, aFlag, aSegment, aTeam, memberId, threeEnvironments } from '../ladder/ladder-examples.ts';
import { onRung, rungOf } from '../ladder/rungs.ts';
import type { TryKey, TryLink } from './try-link.ts';
import { revokeTryLink, tryFlag, turnTryOff, turnTryOn } from './trying-decide.ts';
import { tryingRuleId } from './trying-words.ts';

const now = aContext().now;
const later = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
const [, , production] = threeEnvironments;
assert.ok(production !== undefined);
const other = 'mem_ben' as Id<'person'>;
const onInternal = (given: Partial<Flag> = {}) => onRung(aFlag(given), 'internal', threeEnvironments);
const aLink = (given: Partial<TryLink> = {}): TryLink => ({
  // The brands exist for the compiler only; so below.
  id: 'tryLink_1' as Id<'tryLink'>,
  flagKey: 'new-checkout',
  environment: 'production',
  secretHash: 'hash',
  madeBy: memberId,
  madeAt: now,
  until: later(24),
  ...given,
});
const making = (flag: Flag, links: readonly TryLink[] = [], teams = [aTeam()]) =>
  tryFlag(
    { flag, environment: production, teams, links, secretHash: 'new hash' },
    parsed('flag.tryIt', { flagKey: flag.key, environment: 'production' }),
    aContext(),
  );
const opening = (
  flag: Flag,
  {
    key,
    hours,
    by = memberId,
    link = aLink(),
    remembered = null,
  }: {
    readonly key?: string;
    readonly hours?: number;
    readonly by?: Id<'person'>;
    readonly link?: TryLink;
    readonly remembered?: TryKey | null;
  } = {},
) =>
  turnTryOn(
    { flag, environment: production, link, remembered },
    parsed('try.turnOn', { tryToken: 'secret', ...(key !== undefined && { key }), ...(hours !== undefined && { hours }) }),
    aContext({ memberId: by }),
  );
const tried = (flag: Flag, key: string, by = memberId): Flag => accepted(opening(flag, { key, by })).value;

/** What somebody gets, and by which rule. */
function asked(flag: Flag, user: unknown, at = now): readonly [variant: string | null, rule: string | null] {
  const set = setOf(
    {
      version: 1,
      environment: 'production',
      flags: { [flag.key]: definitionIn(flag, 'production') },
      segments: { ourselves: segmentDefinition(aSegment({ included: ['us'] })) },
    },
    () => Date.parse(at),
  );
  const { details } = explainFlag(set, flag.key, { user });
  return [details.variant, details.ruleTitle];
}

test('it is on for the key that was said, names why, and ends by the clock', () => {
  const flag = tried(onInternal(), 'mia');
  assert.deepEqual(asked(flag, { key: 'mia' }), ['on', 'Trying it']);
  assert.deepEqual(asked(flag, { key: 'ben' }), ['off', null]);
  assert.deepEqual(asked(flag, { key: 'us' }), ['on', 'Ourselves']);
  assert.deepEqual(asked(flag, { key: 'mia' }, later(8)), ['off', null]);
  assert.deepEqual(asked(flag, { key: 'mia' }, new Date(Date.parse(later(8)) - 1).toISOString()), ['on', 'Trying it']);
  assert.equal(flag.environments['production']?.version, 2);
  assert.equal(rungOf(flag, threeEnvironments), 'internal', 'it stays on its rung');
});

test('an e-mail is looked for as the key and as the address, in any case; a key only as the key', () => {
  const flag = tried(tried(onInternal(), 'Mia@acme.test'), 'ben', other);
  assert.deepEqual(asked(flag, { key: 'u7', email: 'mia@ACME.test' })[0], 'on');
  assert.deepEqual(asked(flag, { key: 'Mia@acme.test' })[0], 'on');
  assert.deepEqual(asked(flag, { key: 'u8', email: 'ben' })[0], 'off');
});

test('who is excluded stays so, the kill switch stays above, and only one environment is meant', () => {
  const flag = tried(onInternal({ excluded: ['acme'] }), 'mia');
  const [first, second, third] = definitionIn(flag, 'production').rules;
  assert.deepEqual([first?.id, second?.id, third?.id], ['excluded', tryingRuleId, 'ourselves']);
  assert.deepEqual(definitionIn(flag, 'staging').rules, []);
  const killed = { ...flag, environments: { production: { ...definitionIn(flag, 'production'), enabled: false } } };
  assert.deepEqual(asked(killed, { key: 'mia' }), ['off', null]);
});

test('nothing that is off can be tried, neither with a new link nor with one of before', () => {
  const flag = onRung(aFlag(), 'development', threeEnvironments);
  assert.match(refused(making(flag)).message, /switched off in Production.*Climb to internal/);
  assert.match(refused(opening(flag, { key: 'mia' })).message, /switched off in Production/);
  accepted(making(onInternal()));
});

test('a link into production is made by who may release there, and then carries that to every member', () => {
  const refusal = refused(making(onInternal(), [], [aTeam({ memberIds: [other] })]));
  assert.equal(refusal.code, 'not_allowed');
  assert.deepEqual(eventsOf(opening(onInternal(), { key: 'ben', by: other })), ['flag.tried', 'try.key_said']);
});

test('a link ends, those that ended are forgotten with the next, and there are only so many', () => {
  const ended = aLink({ until: now });
  assert.match(refused(opening(onInternal(), { key: 'mia', link: ended })).message, /This link ended at 2026-11-17T09:00/);
  assert.deepEqual(eventsOf(making(onInternal(), [ended])), ['try.link_made', 'try.link_forgotten']);
  const many = Array.from({ length: 50 }, () => aLink());
  assert.match(refused(making(onInternal(), many)).message, /50 links that work\. Revoke some/);
  accepted(making(onInternal(), [...many.slice(1), ended]));
});

test('one says who one is once; saying another key replaces it', () => {
  assert.match(refused(opening(onInternal())).message, /Say first who you are in Production/);
  const remembered: TryKey = { id: 'tryKey_1' as Id<'tryKey'>, memberId, environment: 'production', key: 'mia' };
  const again = opening(onInternal(), { remembered });
  assert.deepEqual(eventsOf(again), ['flag.tried']);
  assert.equal(accepted(again).value.trying[0]?.key, 'mia');
  const changed = accepted(opening(onInternal(), { remembered, key: 'mia-phone' })).changes[1];
  assert.deepEqual(changed?.value, { ...remembered, key: 'mia-phone' });
});

test('each member tries under one key, twenty at a time, and who is through with it leaves a place', () => {
  const twice = tried(tried(onInternal(), 'mia'), 'mia-phone');
  assert.deepEqual(
    twice.trying.map(({ key }) => key),
    ['mia-phone'],
  );
  const entry = (index: number, until: string) => ({
    environment: 'production',
    memberId: `mem_${index}` as Id<'person'>,
    key: `k${index}`,
    until,
    linkId: aLink().id,
  });
  const full = onInternal({ trying: Array.from({ length: 20 }, (_, index) => entry(index, later(1 + index))) });
  assert.match(refused(opening(full, { key: 'mia' })).message, /20 people try.*it ends for the first at 2026-11-17T10:00/);
  const [, ...rest] = full.trying;
  const flag = tried({ ...full, trying: [...rest, entry(20, now)] }, 'mia');
  assert.equal(flag.trying.length, 20);
  const elsewhere = { ...entry(1, later(1)), environment: 'staging' };
  assert.equal(tried(onInternal({ trying: [elsewhere] }), 'mia').trying.length, 2);
});

test('it is turned off by oneself or by anybody else, and not where nothing is on', () => {
  const flag = tried(tried(onInternal(), 'mia'), 'ben', other);
  const off = (given: { readonly memberId?: string } = {}, of = flag) =>
    turnTryOff(
      { flag: of, environment: production },
      parsed('try.turnOff', { flagKey: flag.key, environment: 'production', ...given }),
      aContext(),
    );
  const own = accepted(off()).value;
  assert.deepEqual(
    own.trying.map(({ key }) => key),
    ['ben'],
  );
  assert.equal(own.environments['production']?.version, 4);
  assert.deepEqual(accepted(off({ memberId: other }, own)).value.trying, []);
  assert.match(refused(off({}, own)).message, /You do not try new-checkout in Production/);
});

test('a revoked link takes those along who came by it, and nobody else', () => {
  const second = aLink({ id: 'tryLink_2' as Id<'tryLink'> });
  const flag = accepted(opening(tried(onInternal(), 'mia'), { key: 'ben', by: other, link: second })).value;
  const revoked = revokeTryLink({ link: second, flag }, aContext());
  assert.deepEqual(eventsOf(revoked), ['try.link_revoked', 'flag.no_longer_tried']);
  assert.equal(accepted(revoked).value.ended, 1);
  assert.deepEqual(eventsOf(revokeTryLink({ link: aLink({ id: 'tryLink_3' as Id<'tryLink'> }), flag }, aContext())), [
    'try.link_revoked',
  ]);
});
