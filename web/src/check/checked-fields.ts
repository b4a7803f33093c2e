// The fields of an opened story as they stand on the screen: what is being typed, else what is saved. No state.
import type { CheckedField, Finding } from '@shortlist/domain/check/check-finding.ts';

/** What a control carries as `data-check`: `need`, `problem`, `criterion:ac_…`. */
export function fieldKey(field: CheckedField, criterionId: string | null): string {
  return criterionId === null ? field : `${field}:${criterionId}`;
}

export type CheckedControl = HTMLTextAreaElement | HTMLInputElement;

/** The control in which a finding stands; null where its field is not being edited or may not be. */
export function controlOf(
  within: HTMLElement | null,
  { field, criterionId }: Pick<Finding, 'field' | 'criterionId'>,
): CheckedControl | null {
  const found = within?.querySelector(`[data-check="${CSS.escape(fieldKey(field, criterionId))}"]`) ?? null;
  return found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement ? found : null;
}

/** What is typed in the controls, by key. */
export function typedTexts(within: HTMLElement | null): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const control of within?.querySelectorAll('[data-check]') ?? []) {
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)
      texts.set(control.dataset['check'] ?? '', control.value);
  }
  return texts;
}

export function sameTexts(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, text]) => b.get(key) === text);
}

/** Puts a text into a control as if it were typed, so that the field's own saving and undoing go on as ever. */
export function typeInto(control: CheckedControl, text: string): void {
  control.focus();
  control.select();
  // The only way that keeps the field's own undo; it is the platform's, and no other is offered.
  if (!document.execCommand('insertText', false, text)) {
    control.setRangeText(text, 0, control.value.length, 'end');
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}
