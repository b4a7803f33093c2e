import { lazy, memo, Suspense, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { mayNameSomething } from '../chip/chip-parts.ts';
import { checked } from './checklist.ts';
import styles from './Markdown.module.css';
import { renderMarkdown } from './render-markdown.ts';

const MarkdownChips = lazy(async () => ({ default: (await import('../chip/MarkdownChips.tsx')).MarkdownChips }));

export interface MarkdownProps {
  readonly text: string;
  /** Saves the text after a box in it was checked; without it boxes are disabled. */
  readonly onCheck?: ((text: string) => void) | undefined;
}

/** Somebody's Markdown as text; what it names of the workspace is shown as it is now. */
export const Markdown = memo(function Markdown({ text, onCheck }: MarkdownProps) {
  const prose = useRef<HTMLDivElement>(null);
  const mayCheck = onCheck !== undefined;
  const html = useMemo(() => renderMarkdown(text, mayCheck), [text, mayCheck]);
  // The same object for the same HTML: React writes it again for another one, and the chips are in there.
  const inner = useMemo(() => ({ __html: html }), [html]);
  const lastChecked = useRef<string | null>(null);
  useLayoutEffect(() => {
    const at = lastChecked.current;
    // The text was drawn anew, and the box that was checked with it.
    if (at !== null && document.activeElement === document.body)
      prose.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
    lastChecked.current = null;
  }, [html]);
  const check = (event: MouseEvent) => {
    const { target } = event;
    if (onCheck === undefined || !(target instanceof HTMLInputElement)) return;
    const at = target.dataset['at'] ?? '';
    const next = checked(text, Number(at), target.checked);
    if (next === null) return event.preventDefault();
    lastChecked.current = at;
    return onCheck(next);
  };
  return (
    <>
      {/* The renderer escapes every text and lets no address through that runs. A box takes Space itself. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div ref={prose} className={styles.prose} onClick={check} dangerouslySetInnerHTML={inner} />
      <Suspense>{mayNameSomething(text) && <MarkdownChips prose={prose} html={html} />}</Suspense>
    </>
  );
});
