// The places of work, in light, dark and forced colours: nothing that axe can find fault with, nothing lost at 200 % or at 320 px, no
// text too small, nothing that moves for who asked for less motion.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { untilRight } from './browser.ts';
import { lookAtEach, lookers, wide } from './look-at-places.ts';
import { places } from './places.ts';
import { callApi } from './product.ts';
import { readOut } from './read-out.ts';

const ready = lookers();

lookAtEach(
  places.filter(({ name }) => !name.startsWith('settings')),
  'member',
  ready,
);

/** The first of these lines that is not said, or not in this order, with all that is said; null when everything is. */
function firstUnsaid(lines: readonly (string | RegExp)[], said: readonly string[]): string | null {
  let at = 0;
  for (const line of lines) {
    const found = said.findIndex(
      (text, index) => index >= at && (typeof line === 'string' ? text.includes(line) : line.test(text)),
    );
    if (found === -1) return `without ${String(line)} after line ${at} of\n${said.join('\n')}\n`;
    at = found + 1;
  }
  return null;
}

for (const [name, lines] of Object.entries(readOut)) {
  test(`${name} is read out with names, roles and values`, async () => {
    const { product, seeded, member } = ready();
    const place = places.find((one) => one.name === name);
    assert.ok(place);
    await member.setViewportSize(wide);
    await member.goto(product.url + place.path(seeded));
    await place.open(member);
    // A place is read while it still fills, so it is asked again until everything is said.
    const read = async () => firstUnsaid(lines, (await member.locator('body').ariaSnapshot()).split('\n'));
    await untilRight(member, read, (unsaid) => unsaid === null);
  });
}

test('the window says its figures as the value of a meter', async () => {
  const { product, member } = ready();
  await member.goto(`${product.url}/backlog/HARB`);
  const meter = member.getByRole('meter', { name: 'Window of Harbour' });
  const said = async () => await Promise.all(['text', 'now', 'max'].map((what) => meter.getAttribute(`aria-value${what}`)));
  await untilRight(
    member,
    said,
    ([text, now, max]) => /^(\d+) of \1 items, done by .*, Full$/.test(text ?? '') && now !== null && now === max,
  );
});

test('one’s own act is said politely; what others change is said only to who asked for it', async () => {
  const { product, seeded, member: page } = ready();
  const toPlace = async (keys: string, name: string) => {
    await page.keyboard.press('g');
    await page.keyboard.press(keys);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const rename = async (itemId: string, title: string) => {
    await callApi(product.url, seeded.colleagueToken, 'task.edit', { itemId, title });
    await page.getByRole('grid', { name: 'In refinement' }).getByText(title).waitFor();
  };
  await page.goto(`${product.url}/refinement/HARB`);
  await page.getByRole('grid', { name: 'In refinement' }).waitFor();
  await listen(page);

  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Capture' }).getByLabel('Problem').fill('The tide table is out of date');
  await page.keyboard.press('Control+Enter');
  await untilSaid(page, /IDEA-\d+ is in the parking lot\./);
  await page.keyboard.press('Escape');

  await rename('TASK-50', 'Screens are dark at noon');
  await toPlace('s', 'Settings');
  const silent = await page.getByRole('status').count();
  await page.getByRole('checkbox', { name: /^Announce/ }).check();
  // What reads out comes as a part of its own.
  await untilRight(
    page,
    async () => await page.getByRole('status').count(),
    (count) => count > silent,
  );
  await toPlace('f', 'Refinement');
  await rename('TASK-49', 'Invoices for clubs go astray');
  const all = await untilSaid(page, /TASK-49: Tomas Lind .*\./);
  assert.ok(!all.includes('TASK-50'), `TASK-50 was said unasked:\n${all}`);
});

/** Keeps all that polite regions come to say from now on. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status], [aria-live=polite]')) said.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function untilSaid(page: Page, words: RegExp): Promise<string> {
  return await untilRight(
    page,
    async () => String(await page.evaluate('window.said.join("\\n")')),
    (said) => words.test(said),
  );
}
