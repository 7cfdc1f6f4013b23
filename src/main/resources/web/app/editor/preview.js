// The page that learners would see beside the text. Each answer of the server is a whole page: it is opened behind the
// one on show and takes its place when it is ready, at the same height.
const PAUSE = 300;

export function showPreview(form) {
  const pane = form.querySelector('[data-preview-pane]');
  const status = pane.querySelector('[data-preview-status]');
  const field = form.elements.text;
  let timer;
  let asking;
  let shown = null;
  let coming = null;

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
    });
    pane.append(page);
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
      if (!answer.ok) throw new Error(answer.status === 401 || answer.type === 'opaqueredirect' ? 'you are signed out' : `answer ${answer.status}`);
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
