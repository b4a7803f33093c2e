import { memo, useMemo } from 'react';
import styles from './Markdown.module.css';
import { renderMarkdown } from './render-markdown.ts';

/** Somebody's Markdown as text. */
export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => renderMarkdown(text), [text]);
  // The renderer escapes every text and lets no address through that runs.
  return <div className={styles.prose} dangerouslySetInnerHTML={{ __html: html }} />;
});
