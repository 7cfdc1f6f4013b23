// From question to question without leaving the page: an answer that waits for a connection is not lost by going on, and what has
// been seen, or comes next, can be seen without one.
import { takeFormulas } from '../formulas.js';

const PATIENCE = 5_000;

export class Walk {
  constructor(attempt, shown) {
    this.attempt = attempt;
    this.shown = shown;
    this.pages = new Map();
    window.addEventListener('popstate', () => {
      const number = location.pathname.match(/\/questions\/(\d+)$/)?.[1];
      if (number) this.show(number, { remember: false });
    });
    this.#prefetch();
  }

  // Resolves to whether it is on the page now.
  async show(number, { remember = true } = {}) {
    const page = (await this.#fetched(number)) ?? this.pages.get(number);
    if (!page) return false;
    const parsed = new DOMParser().parseFromString(page, 'text/html');
    takeFormulas(parsed);
    document.title = parsed.title;
    document.querySelector('main').replaceWith(document.adoptNode(parsed.querySelector('main')));
    if (remember) history.pushState(null, '', `${this.attempt}/questions/${number}`);
    scrollTo(0, 0);
    document.querySelector('main h1')?.focus();
    this.shown();
    this.#prefetch();
    return true;
  }

  async #fetched(number) {
    try {
      const url = `${this.attempt}/questions/${number}`;
      const answer = await fetch(url, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.redirected) {
        location.assign(answer.url);
        return new Promise(() => {});
      }
      if (!answer.ok) return undefined;
      const page = await answer.text();
      this.pages.set(number, page);
      return page;
    } catch {
      return undefined;
    }
  }

  #prefetch() {
    const next = document.querySelector('.stop[aria-current]')?.closest('li').nextElementSibling?.querySelector('.stop');
    if (next && !this.pages.has(next.value)) setTimeout(() => this.#fetched(next.value), 1_000 + 3_000 * Math.random());
  }
}
