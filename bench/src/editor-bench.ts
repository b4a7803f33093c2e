// Typing in 100 kB of Markdown, in Chromium against a real server: from each key press to changed pixels, and the script it takes.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { newVisitor, openBrowser } from '@shortlist/e2e/browser.ts';
import { installProbe, pixelsAfter, scriptMs, toolsOf } from './app-page.ts';
import { clientOf, newFolder, setUp, startBenchServer, type BenchServer } from './bench-server.ts';
import type { Row } from './row.ts';

const lengths = [6_000, 99_000];
const presses = 60;
const words = 'skippers wait at the pier at night and nobody tells them ';

/** One row of key to pixels and one of script for each length; the bar is that of the longest. */
export async function run({ only }: { only?: string[] }): Promise<Row[]> {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'build-if-newer.mjs')], { stdio: 'inherit' });
  const { folder, remove } = await newFolder();
  const server = await startBenchServer(folder);
  const browser = await openBrowser();
  try {
    const secret = await setUp(server);
    const rows: Row[] = [];
    for (const length of lengths) {
      const handle = await aStoryOf(server, secret, length);
      const context = await newVisitor(browser);
      await context.addCookies([{ name: 'shortlist_session', value: secret, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
      await context.addInitScript(installProbe);
      const page = await context.newPage();
      await page.goto(`${server.url}/item/${handle}`);
      rows.push(...(await typingRows(page, length)));
      await context.close();
    }
    return only ? rows.filter(({ name }) => only.some((wanted) => name.startsWith(wanted))) : rows;
  } finally {
    await browser.close();
    await server.stop();
    await remove();
  }
}

async function typingRows(page: Page, length: number): Promise<Row[]> {
  await page.getByRole('button', { name: 'Edit problem' }).click();
  await page.locator('[data-markdown-editor] [role=textbox]').first().waitFor();
  await page.waitForLoadState('networkidle');
  const tools = await toolsOf(page);
  // In the middle, where there is text before and after.
  for (let times = 0; times < 20; times += 1) await page.keyboard.press('PageUp');
  const took: number[] = [];
  for (let at = 0; at < presses; at += 1) took.push((await pixelsAfter(page, keyAt(at))) ?? 2_000);
  const script = await scriptMs(page, tools, async () => {
    for (let at = 0; at < presses; at += 1) await page.keyboard.press(keyAt(at));
  });
  const p95 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;
  const isBar = length === lengths.at(-1);
  const name = `app.editor.chars${length}`;
  return [
    { name: `${name}.keyToPixels.p95Ms`, value: rounded(p95), unit: 'ms', ...(isBar && { bar: '≤ 50', met: p95 <= 50 }) },
    { name: `${name}.scriptMs`, value: rounded(script / presses), unit: 'ms script a key' },
  ];
}

function keyAt(at: number): string {
  const letter = words[at % words.length] ?? 'a';
  return letter === ' ' ? 'Space' : letter;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A story whose problem has so many characters of Markdown; answers its handle. */
async function aStoryOf(server: BenchServer, secret: string, length: number): Promise<string> {
  const api = clientOf(server, secret);
  const idea = await api.call('idea.capture', { problem: `A text of ${length} characters` });
  const review = await api.call('review.start', { ideaIds: [idea.id] });
  const decision = { kind: 'refine', as: 'story', teamId: 'BENCH' } as const;
  const { itemId } = await api.call('review.decide', { reviewId: review.id, ideaId: idea.id, decision });
  await api.call('review.close', { reviewId: review.id });
  if (itemId === null) throw new Error('the idea became no story');
  const part = `## Arrivals\n\nThey wait at the **pier** and look at \`berth 4\`.\n\n- [ ] one of [many](https://harbour.test)\n- two\n\n> at night\n\n`;
  const text = part.repeat(Math.floor(length / part.length));
  await api.call('text.edit', { subjectId: itemId, field: 'problem', baseSeq: 0, text });
  return (await api.call('story.get', { itemId })).story.handle;
}
