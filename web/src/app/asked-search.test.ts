import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { AskedSearch } from './asked-search.ts';
import type { PlaceSearch } from './search-text.ts';

/** What was written, with `+` before steps. */
let written: string[] = [];
let path = '/everything';
/** Lets the pause come; nothing when it was called off. */
let pause = () => undefined as void;
/** Lets the address be read again. */
let settle = () => undefined as void;
let asked: AskedSearch;

beforeEach(() => {
  written = [];
  path = '/everything';
  pause = () => undefined;
  const write = async (changes: PlaceSearch, isStep: boolean) => {
    written.push((isStep ? '+' : '') + JSON.stringify(changes));
    await new Promise<void>((resolve) => (settle = resolve));
  };
  asked = new AskedSearch({ path: () => path, write }, (come) => {
    pause = come;
    return () => (pause = () => undefined);
  });
});

test('letters typed in one go are shown one by one and written once', () => {
  let told = 0;
  asked.subscribe(() => (told += 1));
  for (const q of ['a', 'ab', 'abc']) {
    asked.ask({ q });
    assert.deepEqual(asked.changes, { q });
  }
  assert.deepEqual([told, written], [3, []]);
  pause();
  assert.deepEqual(written, ['{"q":"abc"}']);
});

test('what is written is shown ahead of the address until the address is read again', async () => {
  asked.ask({ q: 'a' });
  pause();
  assert.deepEqual(asked.changes, { q: 'a' });
  settle();
  await setImmediate();
  assert.deepEqual(asked.changes, {});
});

test('a change made while the address is written stays', async () => {
  asked.ask({ q: 'a' });
  pause();
  asked.ask({ q: 'ab' });
  settle();
  await setImmediate();
  assert.deepEqual(asked.changes, { q: 'ab' });
  pause();
  assert.deepEqual(written, ['{"q":"a"}', '{"q":"ab"}']);
});

test('what was typed before a step is no part of it, so that Back leaves it there', () => {
  asked.ask({ q: 'crane' });
  asked.ask({ open: 'STORY-1' }, true);
  asked.ask({ open: 'STORY-2' });
  pause();
  assert.deepEqual(written, ['{"q":"crane"}', '+{"q":"crane","open":"STORY-2"}']);
});

test('who goes elsewhere takes nothing along', () => {
  asked.ask({ q: 'a' });
  asked.forget();
  assert.deepEqual(asked.changes, {});
  pause();
  asked.ask({ q: 'b' });
  path = '/flags';
  pause();
  assert.deepEqual([asked.changes, written], [{}, []]);
});

test('leaving the field writes at once, and only once', () => {
  asked.ask({ q: 'a' });
  asked.flush();
  asked.flush();
  pause();
  assert.deepEqual(written, ['{"q":"a"}']);
});
