// Somebody's Markdown as text. HTML in it is shown as typed. A picture that is attached here is shown; no other is fetched: it
// becomes a link.
import MarkdownIt from 'markdown-it';
import { memo, useMemo } from 'react';
import { attachedPicture } from './attached-picture.ts';
import styles from './Markdown.module.css';

const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: false });

markdown.renderer.rules['image'] = (tokens, index) => {
  const token = tokens[index];
  const source = String(token?.attrGet('src') ?? '');
  const address = markdown.utils.escapeHtml(source);
  const words = markdown.utils.escapeHtml(token?.content || 'Picture');
  const shown = attachedPicture.test(source) ? `<img src="${address}" alt="${words}" loading="lazy" />` : words;
  return `<a href="${address}" target="_blank" rel="noreferrer noopener">${shown}</a>`;
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
