import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
  '&': { fontSize: '12px', color: 'var(--karma-text)', backgroundColor: 'var(--karma-surface)' },
  '&.cm-focused': { outline: '2px solid var(--karma-accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--karma-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--karma-text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--karma-surface)',
    color: 'var(--karma-muted)',
    border: 'none',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--karma-sunken)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--karma-accent-tint)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: 'var(--karma-accent-tint)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--karma-line-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--karma-surface)',
    color: 'var(--karma-text)',
    boxShadow: 'var(--karma-shadow-lifted)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--karma-accent-tint)',
    color: 'var(--karma-text)',
  },
  '.cm-completionDetail': { color: 'var(--karma-muted)' },
  '.cm-diagnostic': { padding: '6px 10px' },
});

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.propertyName, color: 'var(--karma-text)', fontWeight: '500' },
    { tag: tags.string, color: 'var(--karma-good)' },
    { tag: tags.number, color: 'var(--karma-info)' },
    { tag: [tags.bool, tags.null], color: 'var(--karma-hue-compute)' },
    { tag: [tags.separator, tags.bracket], color: 'var(--karma-muted)' },
  ]),
);

/** The editor in Karma's colours, light and dark. */
export const appearance: Extension = [theme, colours];
