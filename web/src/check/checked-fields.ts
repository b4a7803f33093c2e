// The fields of an opened story as they stand on the screen: what is being typed, else what is saved. No state.
import type { CheckedField, Finding } from '@shortlist/domain/check/check-finding.ts';
import { editorOf, type TextControl } from '../ui/text-control.ts';
import { controlOfBrowser } from './browser-control.ts';

/** What a control carries as `data-check`: `need`, `problem`, `criterion:ac_…`. */
export function fieldKey(field: CheckedField, criterionId: string | null): string {
  return criterionId === null ? field : `${field}:${criterionId}`;
}

/** The control in which a finding stands; null where its field is not being edited or may not be. */
export function controlOf(
  within: HTMLElement | null,
  { field, criterionId }: Pick<Finding, 'field' | 'criterionId'>,
): TextControl | null {
  const found = within?.querySelector(`[data-check="${CSS.escape(fieldKey(field, criterionId))}"]`) ?? null;
  return found === null ? null : controlAt(found);
}

/** The control that an element is; null where it is none. */
export function controlAt(element: Element): TextControl | null {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return controlOfBrowser(element);
  return editorOf(element);
}

/** What is typed in the controls, by key. */
export function typedTexts(within: HTMLElement | null): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const element of within?.querySelectorAll<HTMLElement>('[data-check]') ?? []) {
    const control = controlAt(element);
    if (control !== null) texts.set(element.dataset['check'] ?? '', control.text());
  }
  return texts;
}

export function sameTexts(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, text]) => b.get(key) === text);
}
