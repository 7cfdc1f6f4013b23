// The key "/" leads to the search, unless something is being typed or the reader does not want it; in the list of what was
// found the arrow keys lead from one to the next. Without this the field and the links are where they are.
const WISH = 'descent-slash';
const slashIsWanted = () => localStorage.getItem(WISH) !== 'off';

function isTyping(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || !slashIsWanted()) return;
  event.preventDefault();
  const field = [...document.querySelectorAll('[data-search]')].find((each) => each.checkVisibility());
  if (field) {
    field.focus();
    field.select();
  } else {
    document.querySelector('[data-search-page]')?.click();
  }
});

const hits = [...document.querySelectorAll('[data-hit]')];
if (hits.length) {
  const stops = [document.getElementById('q'), ...hits];
  addEventListener('keydown', (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = way && stops[stops.indexOf(document.activeElement) + way];
    if (next && stops.includes(document.activeElement)) {
      event.preventDefault();
      next.focus();
    }
  });
}

for (const line of document.querySelectorAll('[data-slash]')) {
  const box = line.querySelector('input');
  line.hidden = false;
  box.checked = slashIsWanted();
  box.addEventListener('change', () => localStorage.setItem(WISH, box.checked ? 'on' : 'off'));
}
