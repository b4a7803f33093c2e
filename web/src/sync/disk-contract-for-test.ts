// What every disk must do, so that the one of tests and the one of browsers can be told apart by nothing but their lives.
// Runs in Node and in a browser, so it brings its own way to fail.
import type { Disk, DiskRecord } from './disk.ts';

interface Rule {
  readonly name: string;
  readonly check: (disk: Disk) => Promise<void>;
}

function same(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`found ${a}, expected ${b}`);
}

const put = (drawer: 'lines' | 'changes' | 'queue' | 'visit', key: number | string, value: unknown) =>
  ({ kind: 'put', drawer, key, value }) as const;

async function all(disk: Disk, drawer: 'lines' | 'changes' | 'queue' | 'visit'): Promise<readonly DiskRecord[]> {
  return (await disk.read(drawer))[0] ?? [];
}

export const diskRules: readonly Rule[] = [
  {
    name: 'what was written is read, by key, numbers before words',
    check: async (disk) => {
      await disk.write('visit', 'x', () => [
        put('visit', 'b', { deep: [1] }),
        put('visit', 'a', 2),
        put('visit', 10, 3),
        put('visit', 9, 4),
      ]);
      same(await all(disk, 'visit'), [
        [9, 4],
        [10, 3],
        ['a', 2],
        ['b', { deep: [1] }],
      ]);
    },
  },
  {
    name: 'several drawers are read as of one moment',
    check: async (disk) => {
      await disk.write('lines', 0, () => [put('lines', 0, 'x'), put('changes', 1, 'y')]);
      const writing = disk.write('lines', 0, () => [put('lines', 0, 'z'), put('changes', 1, 'z')]);
      const read = await disk.read('lines', 'changes');
      same(read[0]?.[0]?.[1] === 'z', read[1]?.[0]?.[1] === 'z');
      await writing;
    },
  },
  {
    name: 'a plan sees what lies at its place, and null writes nothing',
    check: async (disk) => {
      const seen: unknown[] = [];
      const plan = (value: unknown) => {
        seen.push(value);
        return value === undefined ? [put('visit', 'who', 'ada')] : null;
      };
      same([await disk.write('visit', 'who', plan), await disk.write('visit', 'who', plan)], [true, false]);
      same([seen[0] === undefined, seen[1]], [true, 'ada']);
      same(await all(disk, 'visit'), [['who', 'ada']]);
    },
  },
  {
    name: 'of two who take one thing away at the same moment, one is told that it was there',
    check: async (disk) => {
      await disk.write('queue', 1, () => [put('queue', 1, 'one')]);
      const take = () =>
        disk.write('queue', 1, (value) => (value === undefined ? null : [{ kind: 'remove', drawer: 'queue', key: 1 }]));
      same((await Promise.all([take(), take()])).toSorted(), [false, true]);
    },
  },
  {
    name: 'numbers are given in order, and never twice',
    check: async (disk) => {
      const add = (value: string) => disk.write('queue', 0, () => [{ kind: 'add', drawer: 'queue', value }]);
      await add('one');
      await add('two');
      const [, second] = await all(disk, 'queue');
      await disk.write('queue', 0, () => [{ kind: 'remove', drawer: 'queue', key: second?.[0] ?? 0 }]);
      await add('three');
      const left = await all(disk, 'queue');
      same(
        left.map(([, value]) => value),
        ['one', 'three'],
      );
      same(Number(left[1]?.[0]) > Number(second?.[0]), true);
    },
  },
  {
    name: 'a drawer is cleared whole, or up to a number',
    check: async (disk) => {
      await disk.write('changes', 0, () => [1, 2, 3].map((key) => put('changes', key, key)));
      await disk.write('lines', 0, () => [put('lines', 1, 1), put('lines', 'word', 1)]);
      await disk.write('changes', 0, () => [
        { kind: 'clear', drawer: 'changes', upTo: 2 },
        { kind: 'clear', drawer: 'lines' },
      ]);
      same([await all(disk, 'changes'), await all(disk, 'lines')], [[[3, 3]], []]);
    },
  },
  {
    name: 'a plan that fails writes nothing',
    check: async (disk) => {
      let failed = false;
      const plan = (): never => {
        throw new Error('a fault of the plan');
      };
      await disk.write('lines', 0, plan).catch(() => (failed = true));
      same([failed, await all(disk, 'lines')], [true, []]);
    },
  },
];
