// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presenceLimits, type Present } from '@shortlist/domain/presence/place.ts';
import { Presence, type Seat } from './presence.ts';

const workspaceId = 'wsp_1';
const story = (field: string | null = null) => ({ subjectId: 'sto_1', field });
const at = (memberId: string, field: string | null = null): Present => ({ memberId, field });

interface Person extends Seat {
  readonly memberId: string;
  /** What this one was told last. */
  readonly sees: () => readonly Present[] | undefined;
  readonly heard: () => number;
  isSlow: boolean;
}

/** A clock and as many processes as are wanted, which hear each other. */
class Scene {
  now = 1_000;
  readonly processes: Presence[] = [];
  /** What they told each other. */
  readonly words: string[] = [];

  process(name: string): Presence {
    const presence: Presence = new Presence({
      now: () => this.now,
      process: name,
      tellOthers: (text) => {
        this.words.push(text);
        for (const other of this.processes) if (other !== presence) other.hear(text);
      },
    });
    this.processes.push(presence);
    return presence;
  }

  person(presence: Presence, memberId: string, workspace = workspaceId): Person {
    const told: string[] = [];
    const seat = presence.seat(workspace, memberId, (message) => {
      if (!person.isSlow) told.push(message);
      return !person.isSlow;
    });
    const sees = () => {
      const last = told.at(-1);
      return last === undefined ? undefined : (JSON.parse(last) as { readonly people: readonly Present[] }).people;
    };
    const person: Person = { ...seat, memberId, sees, heard: () => told.length, isSlow: false };
    return person;
  }

  pass(ms: number): void {
    for (const end = this.now + ms; this.now < end;) {
      this.now += 1_000;
      for (const presence of this.processes) presence.tick();
    }
  }
}

test('who is at a story is told to all who are, with the field, and that they left (13.2, 13.3)', () => {
  const scene = new Scene();
  const presence = scene.process('a');
  const [ada, ben] = [scene.person(presence, 'ada'), scene.person(presence, 'ben')];
  ada.moveTo(story());
  assert.deepEqual(ada.sees(), [at('ada')]);
  ben.moveTo(story('problem'));
  assert.deepEqual(ada.sees(), [at('ada'), at('ben', 'problem')]);
  assert.deepEqual(ben.sees(), ada.sees());
  ben.moveTo(story());
  assert.deepEqual(ada.sees(), [at('ada'), at('ben')]);
  ben.moveTo(null);
  assert.deepEqual(ada.sees(), [at('ada')]);
});

test('who goes to another story is gone from the first, and sees only who is there (13.2)', () => {
  const scene = new Scene();
  const presence = scene.process('a');
  const [ada, ben] = [scene.person(presence, 'ada'), scene.person(presence, 'ben')];
  ada.moveTo(story());
  ben.moveTo(story());
  ben.moveTo({ subjectId: 'sto_2', field: 'need' });
  assert.deepEqual(ada.sees(), [at('ada')]);
  assert.deepEqual(ben.sees(), [at('ben', 'need')]);
});

test('several tabs of one person are one person, in each field that one of them is in (13.4)', () => {
  const scene = new Scene();
  const presence = scene.process('a');
  const ada = scene.person(presence, 'ada');
  const tabs = [scene.person(presence, 'ben'), scene.person(presence, 'ben'), scene.person(presence, 'ben')] as const;
  ada.moveTo(story());
  for (const tab of tabs) tab.moveTo(story());
  assert.deepEqual(ada.sees(), [at('ada'), at('ben')]);
  tabs[0].moveTo(story('need'));
  tabs[1].moveTo(story('benefit'));
  assert.deepEqual(ada.sees(), [at('ada'), at('ben', 'benefit'), at('ben', 'need')]);
  tabs[0].leave();
  assert.deepEqual(ada.sees(), [at('ada'), at('ben', 'benefit')]);
  tabs[1].leave();
  assert.deepEqual(ada.sees(), [at('ada'), at('ben')], 'the third tab still reads');
});

test('who does not say again where they are is gone within ten seconds; who does, stays (13.5)', () => {
  const scene = new Scene();
  const presence = scene.process('a');
  const [ada, ben] = [scene.person(presence, 'ada'), scene.person(presence, 'ben')];
  ben.moveTo(story('need'));
  ada.moveTo(story());
  for (let second = 0; second < 10; second += 1) {
    ada.moveTo(story());
    scene.pass(1_000);
  }
  assert.deepEqual(ada.sees(), [at('ada')]);
  ben.moveTo(story('need'));
  assert.deepEqual(ada.sees(), [at('ada'), at('ben', 'need')], 'and is there again when they say so');
});

test('one workspace knows nothing of another (13.6)', () => {
  const scene = new Scene();
  const [presence, other] = [scene.process('a'), scene.process('b')];
  const [ada, eve] = [scene.person(presence, 'ada'), scene.person(presence, 'eve', 'wsp_2')];
  const far = scene.person(other, 'far', 'wsp_2');
  ada.moveTo(story());
  eve.moveTo(story());
  far.moveTo(story());
  assert.deepEqual(ada.sees(), [at('ada')]);
  assert.deepEqual(eve.sees(), [at('eve'), at('far')]);
});

test('several processes tell each other at once, and forget a process that stopped (13.7)', () => {
  const scene = new Scene();
  const [one, two] = [scene.process('a'), scene.process('b')];
  const [ada, ben] = [scene.person(one, 'ada'), scene.person(two, 'ben')];
  ada.moveTo(story('need'));
  ben.moveTo(story());
  assert.deepEqual(ben.sees(), [at('ada', 'need'), at('ben')]);
  assert.deepEqual(ada.sees(), ben.sees());
  scene.processes.splice(0, 1);
  for (let second = 0; second < 10; second += 1) {
    ben.moveTo(story());
    scene.pass(1_000);
  }
  assert.deepEqual(ben.sees(), [at('ben')]);
});

test('a word that was lost between processes is told again (13.7)', () => {
  const scene = new Scene();
  const [one, two] = [scene.process('a'), scene.process('b')];
  const [ada, ben] = [scene.person(one, 'ada'), scene.person(two, 'ben')];
  ben.moveTo(story());
  scene.processes.splice(1, 1);
  ada.moveTo(story());
  scene.processes.push(two);
  assert.deepEqual(ben.sees(), [at('ben')]);
  scene.now += presenceLimits.sayAgainMs;
  one.tick();
  assert.deepEqual(ben.sees(), [at('ada'), at('ben')]);
});

test('a client too slow to be told is told when it says again where it is (13.3)', () => {
  const scene = new Scene();
  const presence = scene.process('a');
  const [ada, ben] = [scene.person(presence, 'ada'), scene.person(presence, 'ben')];
  ada.moveTo(story());
  ada.isSlow = true;
  ben.moveTo(story());
  ada.isSlow = false;
  assert.deepEqual(ada.sees(), [at('ada')]);
  ada.moveTo(story());
  assert.deepEqual(ada.sees(), [at('ada'), at('ben')]);
  const heard = ada.heard();
  ada.moveTo(story());
  assert.equal(ada.heard(), heard, 'what is known is not told again');
});

test('of a crowd a bounded number is told, and a word between processes stays under what a NOTIFY takes (13.8)', () => {
  const scene = new Scene();
  const presence = scene.process('a');
  const long = `criterion:ac_${'0'.repeat(40)}`;
  const people = Array.from({ length: 200 }, (_, index) => scene.person(presence, `mem_${String(index).padStart(26, '0')}`));
  for (const person of people) person.moveTo(story(long));
  assert.equal(people[0]?.sees()?.length, presenceLimits.people);
  assert.ok(Math.max(...scene.words.map((word) => Buffer.byteLength(word))) < 7_900);
});
