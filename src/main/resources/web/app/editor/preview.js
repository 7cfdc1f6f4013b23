// The page that learners would see beside the text. Each answer of the server is a whole page: it is opened behind the
// one on show and takes its place when it is ready, at the same height.
import { reasonOf } from './answer.js';

const PAUSE = 300;
const LOOK_AFTER = 1_500;
const LONGEST = 160;

export function showPreview(form) {
  const pane = form.querySelector('[data-preview-pane]');
  const status = pane.querySelector('[data-preview-status]');
  const field = form.elements.text;
  let timer;
  let asking;
  let shown = null;
  let coming = null;
  let looking;

  const say = (words) => {
    status.textContent = words;
  };

  const swap = (html) => {
    coming?.remove();
    const page = document.createElement('iframe');
    coming = page;
    page.title = 'Preview: the page as learners would see it';
    page.className = 'coming';
    page.srcdoc = html;
    page.addEventListener('load', () => {
      const inside = page.contentWindow;
      inside.document.addEventListener('click', follow);
      inside.scrollTo({ top: shown?.contentWindow.scrollY ?? 0, behavior: 'instant' });
      page.className = '';
      shown?.remove();
      shown = page;
      coming = null;
      say('');
      pane.dataset.shown = Number(pane.dataset.shown ?? 0) + 1;
      clearTimeout(looking);
      looking = setTimeout(() => look(page), LOOK_AFTER);
    });
    pane.append(page);
  };

  // Accessibility is looked at when the author pauses: it takes longer than the page itself.
  const look = async (page) => {
    const status = pane.querySelector('[data-faults-status]');
    try {
      const { faultsOf } = await import('./accessibility.js');
      if (page !== shown) return;
      const faults = await faultsOf(page);
      if (page !== shown) return;
      pane.querySelector('[data-faults]').replaceChildren(...faults.map(fault));
      status.textContent = faults.length ? `Accessibility: ${faults.length} to mend.` : 'Accessibility: nothing is found.';
    } catch (problem) {
      // A page that is gone meanwhile is not looked at any more.
      if (page === shown) status.textContent = `Accessibility was not looked at (${problem.message}).`;
    }
  };

  const ask = async () => {
    asking?.abort();
    const here = new AbortController();
    asking = here;
    try {
      const answer = await fetch(form.dataset.preview, {
        method: 'POST',
        body: new URLSearchParams({ text: field.value }),
        headers: { Accept: 'text/html' },
        redirect: 'manual',
        signal: here.signal,
      });
      if (!answer.ok) throw new Error(reasonOf(answer));
      const html = await answer.text();
      if (asking === here) swap(html);
    } catch (problem) {
      if (problem.name !== 'AbortError') say(`The preview is not of this text (${problem.message}).`);
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener('change', ask);
  pane.hidden = false;
  form.classList.add('beside');
  ask();
}

// What is wrong, with what, and the way there.
function fault({ help, html, element }) {
  const item = document.createElement('li');
  const where = document.createElement('code');
  where.textContent = html.length > LONGEST ? `${html.slice(0, LONGEST)}…` : html;
  const show = document.createElement('button');
  show.type = 'button';
  show.className = 'button quiet';
  show.textContent = 'Show it';
  show.addEventListener('click', () => element?.scrollIntoView({ block: 'center' }));
  item.append(`${help}: `, where, ' ', show);
  return item;
}

// A link within the page leads there; any other opens beside the editor, which stays.
function follow(event) {
  const link = event.target.closest('a[href]');
  if (!link) return;
  event.preventDefault();
  const href = link.getAttribute('href');
  if (href.startsWith('#')) {
    link.ownerDocument.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
  } else {
    window.open(link.href, '_blank', 'noopener');
  }
}
