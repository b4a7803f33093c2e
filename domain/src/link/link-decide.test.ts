import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, aPlacement, aTeam, noon, parsed, refused } from '../decision-examples.ts';
import { nextWord, unitOfWord, wordStream } from '../forecast/xoshiro.ts';
import type { Id } from '../ids.ts';
import { openBlockers, wayOfBlocking } from './blocked.ts';
import { addLink, removeLink } from './link-decide.ts';
import { mostLinks, type LinkKind } from './link-kinds.ts';
import type { Link } from './link.ts';

const item = (number: number) => `sto_${number}` as Id<'item'>;
const handleOf = (id: Id<'item'>) => id.replace('sto_', 'STORY-');

function add(links: readonly Link[], from: number, to: number, kind: Exclude<LinkKind, 'splitFrom'> = 'blocks') {
  const input = parsed('link.add', { fromId: item(from), toId: item(to), kind });
  return addLink({ links, handleOf }, input, aContext());
}

/** Links made one after the other. */
function linked(...pairs: readonly (readonly [number, number])[]): readonly Link[] {
  const links: Link[] = [];
  for (const [from, to] of pairs) links.push(accepted(add(links, from, to)).value);
  return links;
}

test('a link says who set it and when, and is taken away whole', () => {
  const { value } = accepted(add([], 1, 2));
  assert.deepEqual([value.fromId, value.toId, value.kind, value.addedAt], [item(1), item(2), 'blocks', noon]);
  const { changes } = accepted(removeLink({ link: value }));
  assert.deepEqual(
    changes.map(({ id, value: left }) => [id, left]),
    [[value.id, null]],
  );
});

test('an item is not linked to itself, and not twice in one way', () => {
  assert.match(refused(add([], 1, 1)).message, /itself/);
  const links = linked([1, 2]);
  assert.match(refused(add(links, 1, 2)).message, /STORY-1 blocks STORY-2 already/);
  accepted(add(links, 1, 2, 'relates'));
  const related = [accepted(add([], 1, 2, 'relates')).value];
  assert.match(refused(add(related, 2, 1, 'relates')).message, /already/);
  accepted(add([accepted(add([], 1, 2, 'duplicates')).value], 2, 1, 'duplicates'));
});

test('blocking in a ring is refused in words that name the ring', () => {
  const links = linked([1, 2], [2, 3], [1, 4]);
  const refusal = refused(add(links, 3, 1));
  assert.match(
    refusal.message,
    /^STORY-3 cannot block STORY-1, .*: STORY-1, which blocks STORY-2, which blocks STORY-3\. Take one/,
  );
  assert.deepEqual(refusal.details, { way: ['STORY-1', 'STORY-2', 'STORY-3'] });
  accepted(add(links, 3, 1, 'relates'));
  accepted(add(links, 4, 3));
});

test('an item has so many links and no more', () => {
  const links = Array.from({ length: mostLinks }, (_, index) => accepted(add([], 1, index + 2, 'relates')).value);
  assert.match(refused(add(links, 1, 500)).message, /STORY-1 has 100 links/);
  assert.match(refused(add(links, 500, 1)).message, /STORY-1 has 100 links/);
});

test('an item waits for blockers that are neither done nor given up', () => {
  const team = aTeam();
  const links = linked([1, 9], [2, 9], [3, 9], [4, 9], [9, 5]);
  const placements = [
    aPlacement(team, { id: item(1) }),
    aPlacement(team, { id: item(2), doneAt: noon }),
    aPlacement(team, { id: item(3), droppedAt: noon }),
  ];
  assert.deepEqual(
    openBlockers(item(9), links, (id) => placements.find((one) => one.id === id)),
    [item(1)],
  );
});

const seeds = process.env['SHORTLIST_SOAK'] === '1' ? 1000 : 50;

test('however links are set and taken away, blocking never goes round', () => {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const random = wordStream(seed);
    const below = (most: number) => Math.floor(unitOfWord(nextWord(random)) * most);
    let links: readonly Link[] = [];
    for (let command = 0; command < 120; command += 1) {
      if (links.length > 0 && below(4) === 0) links = links.toSpliced(below(links.length), 1);
      else {
        const decision = add(links, below(9), below(9), below(5) === 0 ? 'relates' : 'blocks');
        if (!('refused' in decision)) links = [...links, decision.value];
      }
    }
    const blocking = links.filter(({ kind }) => kind === 'blocks');
    for (const { fromId, toId } of blocking)
      assert.equal(wayOfBlocking(blocking, toId, fromId), null, `seed ${seed}: a ring through ${fromId}`);
    assert.ok(blocking.length > 5, `seed ${seed}: hardly anything was accepted`);
  }
});
