// Shortlist's own features are behind flags of its own: an owner chooses, and every open page follows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { colleague, haveSession, owner } from './entrance.ts';
import { tooWide, violations } from './for-everyone.ts';
import type { Product } from './product.ts';
import { startWithAStory } from './story-workspace.ts';

let product: Product;
let browser: Browser;
let owners: Page;
let members: Page;

before(async () => {
  [{ product }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  owners = await (await newVisitor(browser)).newPage();
  members = await (await newVisitor(browser)).newPage();
  await haveSession(owners, product.url, owner);
  await haveSession(members, product.url, colleague);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** Kept where `PICTURES` names a folder. */
const picture = async (of: Page, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await of.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
const splitting = () => owners.getByRole('group', { name: 'Splitting stories is on for' });
const split = () => members.getByRole('menuitem', { name: /^Split/ });

test('an owner switches splitting off by the keyboard, and the menu that a member has open loses it at once', async () => {
  await members.goto(`${product.url}/item/STORY-1`);
  await members.getByRole('button', { name: 'More', exact: true }).first().click();
  await split().waitFor();
  await owners.goto(`${product.url}/settings/features`);
  await splitting().getByRole('radio', { name: 'Everyone', checked: true }).focus();
  await owners.keyboard.press('ArrowLeft');
  await owners.getByText('Splitting stories is on for owners and admins.').waitFor();
  await split().waitFor({ state: 'hidden' });
  await owners.keyboard.press('ArrowLeft');
  await owners.getByText('Splitting stories is off for everyone.').waitFor();
  await splitting().getByRole('radio', { name: 'Off', checked: true }).waitFor();
  assert.deepEqual(await violations(owners), []);
  await picture(owners, 'own-features');
});

test('its key does nothing, and what would be sent all the same is refused in words', async () => {
  await members.keyboard.press('Escape');
  await members.getByRole('heading', { level: 1 }).click();
  await members.keyboard.press('Shift+S');
  // The next key is answered, so the one before was too.
  await members.keyboard.press('Shift+L');
  await members.getByRole('dialog').waitFor();
  assert.equal(await members.getByRole('dialog', { name: /^Split/ }).count(), 0);
  await members.keyboard.press('Escape');
  const answer = await members.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const sent = await fetch('/api/v1/story.split', { method: 'POST', headers, body: '{}' });
    return [sent.status, await sent.text()] as const;
  });
  assert.equal(answer[0], 403);
  assert.match(answer[1], /Splitting stories is switched off here\. An owner or admin can switch it on in Settings → Features\./);
});

test('an undo gives it to owners and admins again, and one more to everyone', async () => {
  await members.getByRole('button', { name: 'More', exact: true }).first().click();
  await members.getByRole('menuitem', { name: /^Link/ }).waitFor();
  await owners.getByRole('heading', { name: 'Features' }).click();
  await owners.keyboard.press('Control+z');
  await splitting().getByRole('radio', { name: 'Owners and admins', checked: true }).waitFor();
  assert.equal(await split().count(), 0);
  await owners.keyboard.press('Control+z');
  await splitting().getByRole('radio', { name: 'Everyone', checked: true }).waitFor();
  await split().waitFor();
});

test('on 360 px, and in the dark, the choices are all there', async () => {
  const phone = await (await newVisitor(browser, { width: 360, height: 740, theme: 'dark', phone: true })).newPage();
  await haveSession(phone, product.url, owner);
  await phone.goto(`${product.url}/settings/features`);
  await phone.getByRole('group', { name: 'Trying features is on for' }).getByRole('radio', { name: 'Off' }).waitFor();
  assert.deepEqual(await tooWide(phone), []);
  await picture(phone, 'own-features-360-dark');
});
