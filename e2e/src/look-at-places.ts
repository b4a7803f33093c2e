// Looks at places one after the other, in one workspace and one browser, as everybody who uses them would.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { newVisitor, openBrowser } from './browser.ts';
import { haveSession, owner } from './entrance.ts';
import { brokenHandles, moving, outOfReach, smallText, tooWide, violations } from './for-everyone.ts';
import type { Place } from './places.ts';
import type { Product } from './product.ts';
import { startSeeded, type Seeded } from './seed-workspace.ts';

export const wide = { width: 1280, height: 800 };
/** What is left of the wide window at a zoom of 200 %. */
const zoomed = { width: 640, height: 400 };
const narrow = { width: 320, height: 640 };

/** A seeded workspace and two who look at it; there once the tests run. */
export interface Lookers {
  readonly product: Product;
  readonly seeded: Seeded;
  /** Not signed in. */
  readonly stranger: Page;
  /** The owner. */
  readonly member: Page;
}

/** Makes them before the tests of a file, and takes them away after. */
export function lookers(): () => Lookers {
  let browser: Browser | null = null;
  let product: Product | null = null;
  let made: Lookers | null = null;
  before(async () => {
    const [started, opened] = await Promise.all([startSeeded(), openBrowser()]);
    [product, browser] = [started.product, opened];
    const { seeded } = started;
    const stranger = await (await newVisitor(browser, wide)).newPage();
    const member = await (await newVisitor(browser, wide)).newPage();
    await haveSession(member, product.url, owner);
    made = { product, seeded, stranger, member };
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
  });
  return () => {
    assert.ok(made);
    return made;
  };
}

/** A test of each place: as somebody signed in, or as a stranger. */
export function lookAtEach(places: readonly Place[], as: 'member' | 'stranger', ready: () => Lookers): void {
  for (const place of places) {
    test(`${place.name} is for everyone`, async () => {
      const { product, seeded, [as]: page } = ready();
      await lookAt(page, product.url + place.path(seeded), place);
    });
  }
}

async function lookAt(page: Page, url: string, { open }: Place): Promise<void> {
  await page.setViewportSize(wide);
  await page.goto(url);
  await open(page);
  const found: Record<string, readonly string[]> = {
    axe: await violations(page),
    'smaller than 12 px': await smallText(page),
    'moves although less motion is asked for': await moving(page),
  };
  for (const [look, size] of Object.entries({ '200 %': zoomed, '320 px': narrow })) {
    await page.setViewportSize(size);
    found[`scrolls sideways at ${look}`] = await tooWide(page);
    found[`broken in two at ${look}`] = await brokenHandles(page);
    found[`out of reach at ${look}`] = await outOfReach(page);
  }
  assert.deepEqual(
    Object.entries(found).filter(([, faults]) => faults.length > 0),
    [],
  );
}
