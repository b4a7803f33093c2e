// Markdown as HTML that is safe to show: HTML in it is shown as typed, addresses are of few kinds, and a picture that is not
// attached here becomes a link, so that nothing is fetched from elsewhere.
import MarkdownIt from 'markdown-it';
import { attachedPicture } from './attached-picture.ts';
import { checklists } from './checklist.ts';

const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: false });
markdown.use(checklists);

/** What an address may begin with; one without a scheme stays here. */
const schemes = new Set(['http', 'https', 'mailto']);

markdown.validateLink = (address) => {
  const scheme = /^([^/?#:]*):/.exec(address.trim())?.[1];
  return scheme === undefined || schemes.has(scheme.toLowerCase());
};
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

/** HTML of our own elements only; see render-markdown.test.ts for which. Boxes to check are disabled unless `mayCheck`. */
export function renderMarkdown(text: string, mayCheck = false): string {
  return markdown.render(text, { mayCheck });
}
