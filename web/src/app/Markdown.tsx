import { lazy, memo, Suspense, useMemo, useRef } from 'react';
import { mayNameSomething } from '../chip/chip-parts.ts';
import styles from './Markdown.module.css';
import { renderMarkdown } from './render-markdown.ts';

const MarkdownChips = lazy(async () => ({ default: (await import('../chip/MarkdownChips.tsx')).MarkdownChips }));

/** Somebody's Markdown as text; what it names of the workspace is shown as it is now. */
export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  const prose = useRef<HTMLDivElement>(null);
  const html = useMemo(() => renderMarkdown(text), [text]);
  // The same object for the same HTML: React writes it again for another one, and the chips are in there.
  const inner = useMemo(() => ({ __html: html }), [html]);
  return (
    <>
      {/* The renderer escapes every text and lets no address through that runs. */}
      <div ref={prose} className={styles.prose} dangerouslySetInnerHTML={inner} />
      <Suspense>{mayNameSomething(text) && <MarkdownChips prose={prose} html={html} />}</Suspense>
    </>
  );
});
