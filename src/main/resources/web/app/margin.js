// The margin of a lesson: highlighted passages are shown in the text, selected words are marked by a button, and notes are
// kept without leaving the page. Without this the forms do it with pages of their own.
const lesson = document.querySelector('[data-reading]');
const AROUND = 40;

const marginOf = (section) => lesson.querySelector(`[data-margin="${section.getAttribute('aria-labelledby')}"]`);
const sectionOf = (margin) => lesson.querySelector(`section.prose[aria-labelledby="${margin.dataset.margin}"]`);

// What can be seen of a section: formulas are written a second time for screen readers.
function textOf(section) {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest('.katex-mathml') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return { nodes, text: nodes.map((node) => node.data).join('') };
}

function range(nodes, from, to) {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const end = at + node.length;
    if (from >= at && from < end) range.setStart(node, from - at);
    if (to > at && to <= end) range.setEnd(node, to - at);
    at = end;
  }
  return range;
}

// How many letters two texts have in common at their ends, or at their beginnings.
function alike(one, other, atEnd) {
  const letter = (text, i) => text.at(atEnd ? -1 - i : i);
  let n = 0;
  while (n < one.length && n < other.length && letter(one, n) === letter(other, n)) n++;
  return n;
}

// Where the words stand now; of several places the one whose surroundings are most alike.
function find(section, { quote, before, after }) {
  const { nodes, text } = textOf(section);
  const words = quote.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  let best = null;
  for (const match of text.matchAll(new RegExp(words.join('\\s+'), 'g'))) {
    const end = match.index + match[0].length;
    const score = alike(text.slice(0, match.index), before, true) + alike(text.slice(end), after, false);
    if (!best || score > best.score) best = { from: match.index, to: end, score };
  }
  return best && range(nodes, best.from, best.to);
}

function draw() {
  const found = [];
  for (const margin of lesson.querySelectorAll('[data-margin]')) {
    for (const quote of margin.querySelectorAll('[data-quote]')) {
      const place = find(sectionOf(margin), quote.dataset);
      quote.parentElement.querySelector('[data-lost]').hidden = Boolean(place);
      if (place) found.push(place);
    }
  }
  if (CSS.highlights) CSS.highlights.set('margin', new Highlight(...found));
}

// The selected words of the section in which the selection begins; nothing when there are none.
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const chosen = selection.getRangeAt(0);
  const start = chosen.startContainer;
  const section = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest('section.prose');
  if (!section || !lesson.contains(section) || !marginOf(section)) return null;
  const { nodes, text } = textOf(section);
  let at = 0;
  let from = -1;
  let to = -1;
  for (const node of nodes) {
    if (chosen.intersectsNode(node)) {
      if (from < 0) from = at + (node === start ? chosen.startOffset : 0);
      to = at + (node === chosen.endContainer ? chosen.endOffset : node.length);
    }
    at += node.length;
  }
  const quote = text.slice(from, to);
  return quote.trim()
    ? { section, quote, before: text.slice(Math.max(0, from - AROUND), from), after: text.slice(to, to + AROUND) }
    : null;
}

function fill(passage) {
  const margin = marginOf(passage.section);
  const form = margin.querySelector('[data-note]');
  for (const name of ['quote', 'before', 'after']) form.elements[name].value = passage[name];
  return { margin, form };
}

function bar() {
  const bar = document.createElement('div');
  bar.className = 'margin-bar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'The selected words');
  bar.hidden = true;
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  let passage = null;
  const button = (label, deed) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = label;
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      bar.hidden = true;
      // First: without a selection there is no caret in a field either.
      getSelection().removeAllRanges();
      deed(fill(passage));
    });
    bar.append(button);
  };
  button('Highlight', ({ form }) => form.requestSubmit());
  button('Write a note', ({ margin, form }) => {
    margin.open = true;
    form.elements.text.focus();
  });
  lesson.append(said);
  document.addEventListener('selectionchange', () => {
    const now = selected();
    if (now) {
      passage = now;
      if (bar.previousElementSibling !== now.section) now.section.after(bar);
    }
    if (now || !bar.contains(document.activeElement)) bar.hidden = !now;
  });
  // Tab leads from the words to the buttons, not to the next link.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' && !event.shiftKey && !bar.hidden && !bar.contains(document.activeElement)) {
      event.preventDefault();
      bar.querySelector('button').focus();
    }
  });
  return (words) => { said.textContent = words; };
}

async function send(margin, form, submitter) {
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, submitter)) });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = answer.ok && page.querySelector(`[data-margin="${margin.dataset.margin}"]`);
  if (!fresh) return false;
  const inside = margin.contains(document.activeElement);
  fresh.open = margin.open;
  margin.replaceWith(fresh);
  if (inside) fresh.querySelector('summary').focus();
  draw();
  return true;
}

if (lesson?.querySelector('[data-margin]')) {
  draw();
  const say = bar();
  lesson.addEventListener('input', ({ target }) => {
    if (target.name === 'quote') target.form.elements.before.value = target.form.elements.after.value = '';
  });
  lesson.addEventListener('submit', async (event) => {
    const form = event.target;
    const margin = form.closest('[data-margin]');
    if (!margin || form.dataset.plain) return;
    event.preventDefault();
    try {
      if (await send(margin, form, event.submitter)) {
        say('Kept.');
      } else {
        // The server has something to say: let it.
        form.dataset.plain = 'yes';
        form.requestSubmit(event.submitter);
      }
    } catch {
      say('Not kept: the server cannot be reached.');
      margin.open = true;
    }
  });
}
