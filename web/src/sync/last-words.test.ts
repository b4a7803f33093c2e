import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueuedCommand } from './kept-queue.ts';
import { lastWords, noteLastWords, strikeLastWords } from './last-words.ts';
import { notepadIn } from './notepad.ts';

const command = (id: string): QueuedCommand => ({
  id,
  by: 'mem_1',
  workspaceId: 'ws_1',
  name: 'idea.capture',
  input: { problem: id },
  ifMatch: null,
  at: '2026-12-01T10:00:00.000Z',
});
const ids = (commands: readonly QueuedCommand[]) => commands.map(({ id }) => id);

/** What is kept, and how a tab in a process of its own sees it: as it was when it last looked, with its own writing. */
function storages(): { readonly openTab: () => Storage & { readonly look: () => void }; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const openTab = () => {
    const seen = new Map(kept);
    return {
      look: () => {
        seen.clear();
        for (const [key, value] of kept) seen.set(key, value);
      },
      get length() {
        return seen.size;
      },
      key: (at: number) => [...seen.keys()][at] ?? null,
      getItem: (key: string) => seen.get(key) ?? null,
      setItem: (key: string, value: string) => void [seen, kept].map((all) => all.set(key, value)),
      removeItem: (key: string) => void [seen, kept].map((all) => all.delete(key)),
      clear: () => undefined,
    };
  };
  return { openTab, kept };
}

test('two tabs that are left in the same moment lose nothing of each other, nor does one that strikes its own', () => {
  const { openTab } = storages();
  const [one, other, next] = [openTab(), openTab(), openTab()];
  noteLastWords(
    notepadIn(() => one),
    [command('b'), command('d')],
  );
  noteLastWords(
    notepadIn(() => other),
    [command('c')],
  );
  next.look();
  assert.deepEqual(ids(lastWords(notepadIn(() => next))), ['b', 'c', 'd']);
  strikeLastWords(
    notepadIn(() => one),
    new Set(['b', 'c']),
  );
  next.look();
  assert.deepEqual(ids(lastWords(notepadIn(() => next))), ['c', 'd']);
});

test('what is noted is read as it was given, oldest first; what is not ours or cannot be read is left alone', () => {
  const { openTab, kept } = storages();
  kept.set('shortlist-theme', 'dark');
  kept.set('shortlist-last-words a', '{');
  const tab = openTab();
  const notepad = notepadIn(() => tab);
  noteLastWords(notepad, [command('2'), command('1'), command('2')]);
  assert.deepEqual(lastWords(notepad), [command('1'), command('2')]);
  strikeLastWords(notepad, new Set(['1', '2', 'shortlist-theme']));
  assert.deepEqual([...kept.keys()], ['shortlist-theme', 'shortlist-last-words a']);
});

test('where storage is forbidden nothing is noted, and nothing breaks', () => {
  const notepad = notepadIn(() => {
    throw new Error('forbidden');
  });
  noteLastWords(notepad, [command('1')]);
  assert.deepEqual(lastWords(notepad), []);
});
