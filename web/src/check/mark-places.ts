// Where on the screen the words of a finding stand: lines to draw under them. Reads the page, changes nothing that is seen.
import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import { controlOf, type CheckedControl } from './checked-fields.ts';
import { findingKey } from './shown-findings.ts';

export interface Mark {
  readonly key: string;
  readonly finding: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

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

/** In pixels from the top left of `within`; only what can be seen of a field that scrolls. */
export function markPlaces(within: HTMLElement, findings: readonly Finding[]): readonly Mark[] {
  const origin = within.getBoundingClientRect();
  const marks: Mark[] = [];
  const byControl = new Map<CheckedControl, Finding[]>();
  for (const finding of findings) {
    const control = finding.span.end > finding.span.start ? controlOf(within, finding) : null;
    if (control !== null) byControl.set(control, [...(byControl.get(control) ?? []), finding]);
  }
  for (const [control, own] of byControl) {
    const box = control.getBoundingClientRect();
    const mirror = mirrorOf(control, box.width);
    const base = mirror.getBoundingClientRect();
    const [text] = mirror.childNodes;
    for (const finding of own) {
      if (text === undefined || finding.span.end > control.value.length) continue;
      const range = document.createRange();
      range.setStart(text, finding.span.start);
      range.setEnd(text, finding.span.end);
      for (const [index, line] of [...range.getClientRects()].entries()) {
        const top = line.top - base.top - control.scrollTop;
        if (line.width === 0 || top < 0 || top + line.height > box.height + 1) continue;
        const key = `${findingKey(finding)}\n${finding.span.start}\n${index}`;
        const left = line.left - base.left + box.left - origin.left;
        marks.push({
          key,
          finding: findingKey(finding),
          left,
          top: top + box.top - origin.top,
          width: line.width,
          height: line.height,
        });
      }
    }
    mirror.remove();
  }
  return marks;
}

/** The text of a control laid out as the control lays it out: a textarea does not tell where its words are. */
function mirrorOf(control: CheckedControl, width: number): HTMLElement {
  const style = getComputedStyle(control);
  const mirror = document.createElement('div');
  for (const property of copied) mirror.style[property] = style[property];
  const scrolls = control.scrollHeight > control.clientHeight + 1;
  Object.assign(mirror.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    visibility: 'hidden',
    width: `${width}px`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    overflowY: scrolls ? 'scroll' : 'hidden',
    height: scrolls ? `${control.clientHeight}px` : 'auto',
  });
  mirror.textContent = control.value;
  document.body.append(mirror);
  return mirror;
}
