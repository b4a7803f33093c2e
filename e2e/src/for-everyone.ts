// What a page must hold for everybody who uses it, each look answering with what is wrong in words; nothing is well.
import axe, { type AxeResults, type RunOptions, type Spec } from 'axe-core';
import type { Page } from 'playwright-core';
import { nextFrame } from './browser.ts';

const standards: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What colours bear on. All else is the same in every scheme, since no style takes anything away in one of them. */
const aboutColour: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
// The rows of a list are drawn by one part: the first ones stand for all, which halves what the largest places cost.
const laterRows = '[role="row"]:nth-child(n + 9)';

/** How long a page may take to come to rest, in milliseconds. */
const restless = 10_000;

/** What a look finds when the page is at rest: one that still fills, or is just laid out anew, is looked at again. */
async function atRest(page: Page, look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const end = performance.now() + restless;
  for (;;) {
    const faults = await look();
    if (faults.length === 0 || performance.now() > end) return faults;
    await nextFrame(page);
  }
}

/** As above, of a look that is a function in the page. */
async function inPage(page: Page, look: () => readonly string[]): Promise<readonly string[]> {
  return await atRest(page, async () => await page.evaluate(look));
}

/** What axe finds in light, dark and forced colours, in the part of the page that a selector names. Leaves the page in light. */
export async function violations(page: Page, part = 'html'): Promise<readonly string[]> {
  // Half a megabyte of script, once for all looks.
  await page.evaluate(axe.source);
  const whole: Parts = { include: [[part]] };
  const firstRows: Parts = { ...whole, exclude: [[laterRows]] };
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await found(page, 'dark', firstRows, aboutColour);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  const forced = await found(page, 'forced colours', firstRows, aboutColour);
  await page.emulateMedia({ forcedColors: 'none' });
  return [...dark, ...forced, ...(await found(page, 'light', whole, standards))];
}

/** What axe looks at, as lists of one selector each: it could look into frames too. */
interface Parts {
  readonly include: string[][];
  readonly exclude?: string[][];
}

/** Axe in a page, as we call it. */
interface Axe {
  readonly configure: (spec: Spec) => void;
  readonly run: (where: Parts, options: RunOptions) => Promise<AxeResults>;
}

/** Runs axe in the page and takes out only what it finds fault with: what it passes is a hundred times as much to carry. */
async function found(page: Page, look: string, where: Parts, options: RunOptions): Promise<readonly string[]> {
  const ask = async () =>
    await page.evaluate(
      async ([context, chosen]) => {
        // The script above leaves it in the window.
        const { configure, run } = Reflect.get(window, 'axe') as Axe;
        // It would write out each element for each rule; what is wrong is told by its selector.
        configure({ noHtml: true });
        const result = await run(context, { ...chosen, resultTypes: ['violations'] });
        return result.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
        );
      },
      [where, options] as const,
    );
  const faults = await atRest(page, ask);
  return faults.map((fault) => `${look}: ${fault}`);
}

/** Texts below 12 px. */
export async function smallText(page: Page): Promise<readonly string[]> {
  return await inPage(page, () =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 12)
      .map((element) => `${element.textContent} (${getComputedStyle(element).fontSize})`),
  );
}

/** What moves, or would, although the reader asked for less motion. */
export async function moving(page: Page): Promise<readonly string[]> {
  return await inPage(page, () => {
    const times = ['transitionDuration', 'animationDuration'] as const;
    const isLong = (style: CSSStyleDeclaration) =>
      times.some((name) => style[name].split(',').some((time) => Number.parseFloat(time) > 0));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => [null, '::before', '::after'].some((part) => isLong(getComputedStyle(element, part))))
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`);
  });
}

/** The page and each part of it that would have to be scrolled sideways, and controls cut off at its right edge. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  return await inPage(page, () =>
    [document.documentElement, ...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
        const isCutOff =
          element.matches('button, input, select, textarea') && element.getBoundingClientRect().right > innerWidth + 1;
        return isCutOff || (scrolls && element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.slice(0, 40)}`),
  );
}

/** Handles and numbers of criteria that are broken in two, as "STORY-" over "2". */
export async function brokenHandles(page: Page): Promise<readonly string[]> {
  return await inPage(page, () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const { parentElement } = text;
      // React keeps "AC-" and its number as two texts of one element.
      const words = parentElement?.textContent ?? '';
      if (!/^[A-Z]+-\d+$/.test(words) || parentElement?.checkVisibility() !== true) continue;
      const range = document.createRange();
      range.selectNodeContents(parentElement);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(words);
    }
    return broken;
  });
}

/** Controls that cannot be brought wholly into view, however one scrolls. */
export async function outOfReach(page: Page): Promise<readonly string[]> {
  return await inPage(page, () => {
    // What lies under a modal dialog is out of reach on purpose.
    const reachable = document.querySelector('dialog:modal') ?? document.body;
    return [...reachable.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex="0"]')]
      .filter((element) => element.closest('[inert], [aria-hidden="true"]') === null && element.checkVisibility())
      .filter((element) => {
        const isInView = () => {
          element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const { left, right, top, bottom, height, width } = element.getBoundingClientRect();
          // What is larger than the window is read piece by piece.
          if (height > innerHeight || width > innerWidth) return true;
          return left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
        };
        if (isInView()) return false;
        // The way past the sidebar shows itself to the keyboard only.
        element.focus();
        return !isInView();
      })
      .map((element) => `${element.tagName.toLowerCase()} “${element.ariaLabel ?? element.textContent.slice(0, 40)}”`);
  });
}
