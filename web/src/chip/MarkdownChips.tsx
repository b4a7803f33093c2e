// Puts chips into rendered Markdown: what its words name is cut out of them and drawn in their place. Code, and links that somebody made,
// stay as they are. Loaded only where a text may name something.
import { useLayoutEffect, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { chipParts, mayNameSomething, type ChipOf } from './chip-parts.ts';
import { ThingChip } from './ThingChip.tsx';
import { useNamed, type Named } from './use-named.ts';

interface Place {
  readonly element: HTMLElement;
  readonly chip: ChipOf;
  readonly text: string;
}

export interface MarkdownChipsProps {
  readonly prose: RefObject<HTMLElement | null>;
  /** What is drawn in there; the chips are put in anew with it. */
  readonly html: string;
}

export function MarkdownChips({ prose, html }: MarkdownChipsProps) {
  const named = useNamed();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useLayoutEffect(() => {
    const found = prose.current === null ? [] : placesIn(prose.current, named);
    setPlaces(found);
    // The words come back, so that another look finds them again.
    return () => found.forEach(({ element, text }) => element.replaceWith(text));
  }, [prose, html, named]);
  return places.map(({ element, chip, text }, at) =>
    createPortal(<ThingChip chip={chip} text={text} />, element, `${at} ${text}`),
  );
}

function placesIn(prose: HTMLElement, { members, keys }: Named): readonly Place[] {
  prose.normalize();
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && mayNameSomething(node.data) && node.parentElement?.closest('a, code, pre') === null)
      texts.push(node);
  }
  return texts.flatMap((node) => {
    const parts = chipParts(node.data, members, keys);
    if (parts.every(({ chip }) => chip === null)) return [];
    const places: Place[] = [];
    const nodes = parts.map(({ text, chip }) => {
      if (chip === null) return text;
      const element = document.createElement('span');
      places.push({ element, chip, text });
      return element;
    });
    node.replaceWith(...nodes);
    return places;
  });
}
