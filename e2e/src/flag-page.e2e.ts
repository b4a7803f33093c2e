// The page of a flag: rules edited in place as sentences, the difference before it is saved, other environments, explanations,
// prerequisites both ways, and the way back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, nextFrame, openBrowser, untilHolds } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import { tooWide, violations } from './for-everyone.ts';
import type { Product } from './product.ts';
import { startWithAStory, type Api } from './story-workspace.ts';

const key = 'night-arrivals';
const sentence = 'When customer.plan is one of pro, team: serve on.';

let product: Product;
let browser: Browser;
let page: Page;
let api: Api;

before(async () => {
  [{ product, api }, browser] = await Promise.all([startWithAStory(), openBrowser()]);
  await api('flag.create', { storyId: 'STORY-1', key });
  await api('flag.create', { key: 'harbour-map' });
  page = await (await newVisitor(browser)).newPage();
  await haveSession(page, product.url, owner);
  await page.goto(`${product.url}/flags/flag/${key}`);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const card = (name: string) => page.getByRole('region', { name, exact: true });
/** Kept where `PICTURES` names a folder. */
const picture = async (name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test('a rule is written in place, read back as a sentence, and shown as a difference before it is saved', async () => {
  const production = card('Production');
  await production.getByRole('button', { name: 'Edit rules in Production' }).click();
  await production.getByRole('button', { name: 'Add a rule' }).click();
  await production.getByLabel('Title of rule 1').fill('Paying berths');
  await production.getByLabel('Attribute of condition 1 of rule 1').fill('customer.plan');
  await production.getByLabel('Values of condition 1 of rule 1').fill('pro, team');
  await production.getByText(sentence, { exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await production.getByText('This will change in Production:').waitFor();
  await production
    .getByRole('listitem')
    .filter({ hasText: `Paying berths. ${sentence}` })
    .waitFor();
  await production.getByLabel('Why').fill('Berths that pay see it first');
  await picture('flag-difference');
  const { flag } = await api<{ flag: { environments: object } }>('flag.get', { key });
  assert.deepEqual(flag.environments, {}, 'nothing is saved before it is said');
  await page.keyboard.press('Control+Enter');
  await page.getByText(`The rules of ${key} in Production are saved.`).waitFor();
  await production
    .getByRole('list', { name: `Rules of ${key}` })
    .getByText(sentence)
    .waitFor();
});

test('a rule that fits nothing is said where it is, and cannot be saved', async () => {
  const production = card('Production');
  await production.getByRole('button', { name: 'Edit rules in Production' }).click();
  await production.getByLabel('Attribute of condition 1 of rule 1').fill('');
  await production.getByText('Rule 1, condition 1 names no attribute.').waitFor();
  assert.equal(await production.getByRole('button', { name: 'See what changes' }).isDisabled(), true);
  await production.getByRole('button', { name: 'Drop the changes' }).click();
  await production.getByText(sentence).waitFor();
});

test('one environment takes the rules of another, and undo takes them away again', async () => {
  const staging = card('Staging');
  await staging.getByRole('button', { name: 'Copy from…' }).click();
  await page.getByRole('menuitem', { name: 'Production' }).click();
  await page.getByText('Staging has the rules of Production.').waitFor();
  await staging.getByText(sentence).waitFor();
  await page.getByRole('heading', { name: 'Who gets what, and why' }).click();
  await page.keyboard.press('Control+z');
  await staging.getByText(sentence).waitFor({ state: 'hidden' });
});

test('a pasted context is answered with the rule that holds, and what is no context is refused in words', async () => {
  await card('Production').getByRole('button', { name: 'Switch on in Production' }).click();
  const explain = page.getByRole('region', { name: 'Explain' });
  const field = explain.getByLabel('Context, as your product would ask (JSON)');
  await field.fill('{"customer": {"key": "acme", "plan": "pro"}}');
  await explain.getByText('They get on: the rule “Paying berths” holds for them.').waitFor();
  await explain.getByText('customer.plan is one of pro, team: it is pro').waitFor();
  await field.fill('{"customer": {"key": "acme", "plan": "free"}}');
  await explain.getByText('They get off: no rule holds for them.').waitFor();
  await field.fill('["acme"]');
  await explain.getByText('Write one object, such as', { exact: false }).waitFor();
});

test('prerequisites are shown on both pages, each leading to the other', async () => {
  const rule = { id: 'night', title: 'At night', when: [{ flag: key, variants: ['on'] }], serve: { variant: 'on' } };
  await api('flag.setRules', { key: 'harbour-map', environment: 'production', enabled: true, rules: [rule] });
  const asks = page.getByRole('region', { name: 'Who asks whom' });
  await asks.getByText('These flags ask what it gives:').getByRole('link', { name: 'harbour-map' }).press('Enter');
  await page.waitForURL('**/flags/flag/harbour-map');
  await asks.getByText('It asks what these flags give:').getByRole('link', { name: key }).click();
  await page.waitForURL(`**/flags/flag/${key}`);
});

test('nothing that can be pressed moves while the rest of the page comes, in whatever order it comes', async () => {
  await api('flag.tryIt', { flagKey: key, environment: 'production' });
  const asked = ['activity.list', 'flag.counts', 'try.links'] as const;
  const answers = asked.map(() => Promise.withResolvers<void>());
  for (const [index, name] of asked.entries())
    await page.route(`**/api/v1/${name}`, async (route) => {
      await answers[index]?.promise;
      await route.continue();
    });
  await page.reload();
  await page.getByRole('button', { name: 'Edit rules in Production' }).waitFor();
  const seen = new Map<string, number>();
  for (const [index, name] of asked.entries()) {
    await notMoved(seen);
    const answered = page.waitForResponse(`**/api/v1/${name}`);
    answers[index]?.resolve();
    await (await answered).finished();
    await nextFrame(page);
  }
  await page.getByRole('button', { name: /^Revoke/ }).waitFor();
  await page.getByRole('region', { name: 'History' }).getByRole('button').first().waitFor();
  await notMoved(seen);
  await page.unrouteAll({ behavior: 'wait' });
});

/** Compares where everything that can be pressed stands with where it stood before, in pixels from the top of the page, and notes it. */
async function notMoved(seen: Map<string, number>): Promise<void> {
  const all = await page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('a, button, input, select, textarea')]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const name = one.getAttribute('aria-label') ?? (one.textContent || one.tagName);
        const part = one.closest('section')?.getAttribute('aria-label') ?? '';
        return [`${name} in ${part}`, one.getBoundingClientRect().top] as const;
      }),
  );
  for (const [name, top] of all) {
    assert.equal(top, seen.get(name) ?? top, name);
    seen.set(name, top);
  }
}

test('an earlier state is set back from the history, as a change of its own', async () => {
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('“Berths that pay see it first”').waitFor();
  await history
    .getByRole('button', { name: /^Set back to this/ })
    .last()
    .click();
  await page.getByText(`${key} is set back to how it was then.`).waitFor();
  await card('Production').getByText(sentence).waitFor({ state: 'hidden' });
  await history.getByText('set it back to an earlier state').waitFor();
});

test('axe finds nothing on the page, and nothing is too wide at 320 px', async () => {
  assert.deepEqual(await violations(page), []);
  await picture('flag-page');
  await page.setViewportSize({ width: 320, height: 700 });
  assert.deepEqual(await tooWide(page), []);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('what the list of flags is asked for is kept as a view, and its link shows it again', async () => {
  await page.goto(`${product.url}/flags?q=harbour&sort=key`);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  await page.getByLabel('Name').fill('Of the harbour');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Of the harbour', exact: true }).waitFor();
  await page.waitForURL(/[?&]view=/);
  const id = new URL(page.url()).searchParams.get('view') ?? '';
  await page.goto(`${product.url}/flags?view=${id}`);
  await page
    .getByRole('grid')
    .getByRole('row', { name: /harbour-map/ })
    .waitFor();
  // The list comes from the disk; what the view asks for, from the server.
  await page
    .getByRole('grid')
    .getByRole('row', { name: /night-arrivals/ })
    .waitFor({ state: 'hidden' });
  await untilHolds(page.getByRole('combobox', { name: 'Filter flags' }), 'harbour');
});
