// The page of a part: its text in colours, drafts, the page beside it, and findings that lead to their lines.
import { keepDrafts } from './drafts.js';
import { showPreview } from './preview.js';
import { colourText } from './text-field.js';

export function openEditor(form) {
  const field = form.elements.text;
  const text = colourText(field, form.dataset.path);
  keepDrafts(form);
  if (form.dataset.preview) showPreview(form);
  for (const link of document.querySelectorAll('a[data-line]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      text.show(Number(link.dataset.line));
    });
  }
}
