// How the editor looks: the field's frame, and Markdown that looks like what it means while its signs stay to be read. The
// library's own styles are sheets without a layer, so these are too, by the same way in.
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { StyleModule } from 'style-mod';

/**
 * The library writes its styles into a <style>, which the page's policy lets nobody do; in a shadow tree it makes a sheet, and
 * keeps on the tree that it did. The document is told the same, so that it is given that sheet.
 */
export function adoptStyles(): void {
  const tree = document.createElement('div').attachShadow({ mode: 'open' });
  StyleModule.mount(tree, new StyleModule({}));
  for (const kept of Object.getOwnPropertySymbols(tree)) Reflect.set(document, kept, Reflect.get(tree, kept));
}

export const editorTheme = EditorView.theme({
  '&': { fontSize: 'var(--size-14)', color: 'var(--text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-text)', lineHeight: '20px', maxHeight: '60dvh', overflowX: 'hidden' },
  '.cm-content': { padding: '0', caretColor: 'var(--text)', minHeight: 'var(--editor-height)' },
  '.cm-line': { padding: '0' },
  // The library draws the caret itself, and lets it blink by an animation.
  '@media (prefers-reduced-motion: reduce)': { '.cm-cursorLayer': { animation: 'none !important' } },
  '.cm-placeholder': { color: 'var(--text-muted)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in oklab, var(--accent) 24%, transparent)',
  },
  '.cm-line.md-heading': { fontWeight: '620' },
  '.cm-line.md-heading-1': { fontSize: 'var(--size-20)', lineHeight: '28px' },
  '.cm-line.md-heading-2': { fontSize: 'var(--size-16)', lineHeight: '24px' },
  '.cm-line.md-quote': {
    borderInlineStart: '2px solid var(--hairline-strong)',
    paddingInlineStart: 'var(--space-2)',
    color: 'var(--text-muted)',
  },
  '.cm-line.md-code': {
    paddingInline: 'var(--space-2)',
    backgroundColor: 'var(--surface-2)',
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--size-13)',
  },
  '.cm-line.md-table': { fontFamily: 'var(--font-mono)', fontSize: 'var(--size-13)' },
  '.md-handle': { fontFamily: 'var(--font-mono)', fontSize: 'var(--size-13)', color: 'var(--accent)' },
  '.md-mention': { color: 'var(--accent)', fontWeight: '560' },
  '.md-box': {
    width: '16px',
    height: '16px',
    margin: '0 2px',
    verticalAlign: '-3px',
    accentColor: 'var(--accent-fill)',
    cursor: 'pointer',
  },
  '.md-picture': { display: 'block', maxWidth: '100%', maxHeight: '200px', borderRadius: 'var(--radius)', marginBlock: '4px' },
  '.cm-tooltip': {
    border: '1px solid var(--hairline)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface-float)',
    boxShadow: 'var(--shadow)',
    color: 'var(--text)',
    zIndex: '30',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '240px',
    padding: '4px',
    fontFamily: 'var(--font-text)',
    minWidth: '200px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: 'var(--space-3)',
    alignItems: 'center',
    minHeight: '28px',
    padding: '2px 8px',
    borderRadius: 'var(--radius-small)',
    fontSize: 'var(--size-13)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--surface-3)', color: 'var(--text)' },
  '.cm-completionLabel': { flex: '1', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '620' },
  '.cm-completionDetail': {
    marginInlineStart: '0',
    color: 'var(--text-muted)',
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--size-12)',
    fontStyle: 'normal',
  },
  // Below 16 px, a phone zooms into the field.
  '@media (pointer: coarse)': {
    '.cm-content': { fontSize: 'var(--size-16)', lineHeight: '24px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { minHeight: '40px' },
  },
});

export const markdownLook = HighlightStyle.define([
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: 'var(--size-13)', backgroundColor: 'var(--surface-2)' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--text-muted)' },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--text-muted)' },
]);
