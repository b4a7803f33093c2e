// Somebody's Markdown as text. HTML in it is shown as typed, and no picture is fetched: it becomes a link.
import MarkdownIt from 'markdown-it';
import { memo, useMemo } from 'react';
import styles from './Markdown.module.css';

const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: false });

markdown.renderer.rules['image'] = (tokens, index) => {
  const token = tokens[index];
  const address = markdown.utils.escapeHtml(String(token?.attrGet('src') ?? ''));
  const words = markdown.utils.escapeHtml(token?.content || 'Picture');
  return `<a href="${address}" target="_blank" rel="noreferrer noopener">${words}</a>`;
};
markdown.renderer.rules['link_open'] = (tokens, index, options, _environment, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noreferrer noopener');
  return self.renderToken(tokens, index, options);
};

export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => markdown.render(text), [text]);
  // The renderer escapes every text and lets no address through that runs.
  return <div className={styles.prose} dangerouslySetInnerHTML={{ __html: html }} />;
});
