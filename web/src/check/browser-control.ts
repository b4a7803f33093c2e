// A field of the browser's own as a text control. It does not tell where its words are, so they are laid out once more beside it.
import type { TextControl, TextSpan } from '../ui/text-control.ts';

const copied = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontStretch',
  'fontFeatureSettings',
  'fontVariationSettings',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'textIndent',
  'textTransform',
  'padding',
  'borderWidth',
  'borderStyle',
  'boxSizing',
  'tabSize',
  'direction',
] as const;

type Field = HTMLTextAreaElement | HTMLInputElement;

export function controlOfBrowser(element: Field): TextControl {
  return {
    element,
    length: () => element.value.length,
    text: () => element.value,
    slice: (start, end) => element.value.slice(start, end),
    caret: () => (document.activeElement === element ? element.selectionEnd : null),
    select: (start, end) => {
      element.focus();
      element.setSelectionRange(start, end);
    },
    type: (text) => typeInto(element, text),
    boxesOf: (spans) => boxesOf(element, spans),
  };
}

function typeInto(element: Field, text: string): void {
  element.focus();
  element.select();
  // The only way that keeps the field's own undo; it is the platform's, and no other is offered.
  if (!document.execCommand('insertText', false, text)) {
    element.setRangeText(text, 0, element.value.length, 'end');
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

function boxesOf(element: Field, spans: readonly TextSpan[]): readonly (readonly DOMRect[])[] {
  const box = element.getBoundingClientRect();
  const mirror = mirrorOf(element, box.width);
  const base = mirror.getBoundingClientRect();
  const [text] = mirror.childNodes;
  const boxes = spans.map(({ start, end }) => {
    if (text === undefined || end > element.value.length) return [];
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    return [...range.getClientRects()].flatMap((line) => {
      const top = line.top - base.top - element.scrollTop;
      const isSeen = line.width > 0 && top >= 0 && top + line.height <= box.height + 1;
      return isSeen ? [new DOMRect(line.left - base.left + box.left, top + box.top, line.width, line.height)] : [];
    });
  });
  mirror.remove();
  return boxes;
}

/** The text of a control laid out as the control lays it out. */
function mirrorOf(element: Field, width: number): HTMLElement {
  const style = getComputedStyle(element);
  const mirror = document.createElement('div');
  for (const property of copied) mirror.style[property] = style[property];
  const scrolls = element.scrollHeight > element.clientHeight + 1;
  Object.assign(mirror.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    visibility: 'hidden',
    width: `${width}px`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    overflowY: scrolls ? 'scroll' : 'hidden',
    height: scrolls ? `${element.clientHeight}px` : 'auto',
  });
  mirror.textContent = element.value;
  document.body.append(mirror);
  return mirror;
}
