// A text with colours, line numbers and search: CodeMirror in the place of a field, which keeps being what is sent.
import { EditorView, basicSetup } from 'codemirror';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { markdown, xml, yaml } from './languages.js';

const LANGUAGES = { md: markdown, yaml, svg: xml };

const COLOURS = HighlightStyle.define([
  { tag: [tags.heading, tags.propertyName, tags.tagName], color: 'var(--accent)' },
  { tag: tags.heading, fontWeight: 'bold' },
  { tag: tags.link, color: 'var(--idea)' },
  { tag: [tags.string, tags.monospace], color: 'var(--good)' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strong, fontWeight: 'bold' },
  { tag: [tags.comment, tags.meta], color: 'var(--ink-soft)' },
]);

// The page's own stylesheets do not reach into the shadow root; its custom properties do.
const LOOK = EditorView.theme({
  '&': { height: '36rem', color: 'var(--ink)', backgroundColor: 'var(--surface)', border: '1px solid var(--line-strong)', borderRadius: 'var(--radius)' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', fontSize: '0.9rem', lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--ink-soft)', backgroundColor: 'var(--sunken)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'color-mix(in srgb, var(--accent) 25%, transparent)' },
  '.cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--sunken)' },
  '.cm-textfield': { color: 'var(--ink)', backgroundColor: 'var(--surface)' },
  '.cm-button': { color: 'var(--ink)', background: 'var(--surface)' },
});

export function colourText(field, path) {
  const label = field.labels[0];
  const place = document.createElement('div');
  field.before(place);
  const root = place.attachShadow({ mode: 'open' });
  const language = LANGUAGES[path.split('.').pop()];
  const view = new EditorView({
    doc: field.value,
    root,
    parent: root,
    extensions: [
      basicSetup,
      EditorView.lineWrapping,
      language ? StreamLanguage.define(language) : [],
      syntaxHighlighting(COLOURS),
      LOOK,
      EditorView.contentAttributes.of({ 'aria-label': label.textContent, spellcheck: 'true', tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged || field.value === update.state.doc.toString()) return;
        field.value = update.state.doc.toString();
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    ],
  });
  field.hidden = true;
  label.addEventListener('click', () => view.focus());
  field.addEventListener('change', () =>
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: field.value } }),
  );
  return {
    show(number) {
      const line = view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
      view.dispatch({
        selection: { anchor: line.from, head: line.to },
        effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
      });
      view.focus();
    },
  };
}
