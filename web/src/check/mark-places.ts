// Where on the screen the words of a finding stand: lines to draw under them. Reads the page, changes nothing that is seen.
import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import type { TextControl } from '../ui/text-control.ts';
import { controlOf } from './checked-fields.ts';
import { findingKey } from './shown-findings.ts';

export interface Mark {
  readonly key: string;
  readonly finding: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In pixels from the top left of `within`; only what can be seen of a field that scrolls. */
export function markPlaces(within: HTMLElement, findings: readonly Finding[]): readonly Mark[] {
  const origin = within.getBoundingClientRect();
  const byElement = new Map<HTMLElement, { readonly control: TextControl; readonly own: Finding[] }>();
  for (const finding of findings) {
    const control = finding.span.end > finding.span.start ? controlOf(within, finding) : null;
    // A long text is checked after a pause: until then its words may have moved.
    if (control === null || control.slice(finding.span.start, finding.span.end) !== finding.words) continue;
    const of = byElement.get(control.element) ?? { control, own: [] };
    of.own.push(finding);
    byElement.set(control.element, of);
  }
  return [...byElement.values()].flatMap(({ control, own }) => {
    const boxes = control.boxesOf(own.map(({ span }) => span));
    return own.flatMap((finding, at) =>
      (boxes[at] ?? []).map((line, index) => ({
        key: `${findingKey(finding)}\n${finding.span.start}\n${index}`,
        finding: findingKey(finding),
        left: line.left - origin.left,
        top: line.top - origin.top,
        width: line.width,
        height: line.height,
      })),
    );
  });
}
