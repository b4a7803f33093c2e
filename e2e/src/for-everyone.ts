// What a page must hold for everybody who uses it, each look answering with what is wrong in words; nothing is well.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What colours bear on. All else is the same in every scheme, since no style takes anything away in one of them. */
const aboutColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds in light, dark and forced colours. Leaves the page in light. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await found('dark', aboutColours(page));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  const forced = await found('forced colours', aboutColours(page));
  await page.emulateMedia({ forcedColors: 'none' });
  return [...dark, ...forced, ...(await found('light', builder(page).withTags(standards)))];
}

// There are no frames; without the mode that looks into them, no second page is opened for each look.
const builder = (page: Page) => new AxeBuilder({ page }).setLegacyMode();
// The rows of a list are drawn by one part: the first ones stand for all, which halves what the largest places cost.
const aboutColours = (page: Page) => builder(page).withRules(aboutColour).exclude('[role="row"]:nth-child(n + 9)');

async function found(look: string, axe: AxeBuilder): Promise<readonly string[]> {
  return (await axe.analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${look}: ${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** Texts below 12 px. */
export async function smallText(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 12)
      .map((element) => `${element.textContent} (${getComputedStyle(element).fontSize})`),
  );
}

/** What moves, or would, although the reader asked for less motion. */
export async function moving(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
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
  return await page.evaluate(() =>
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

/** Controls that cannot be brought wholly into view, however one scrolls. */
export async function outOfReach(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
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
