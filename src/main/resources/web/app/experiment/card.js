// The card of a preset: predict, run, compare, explain.
import { takeFormulas } from '../formulas.js';
import { follow } from './follow.js';
import { exact } from './numbers.js';
import { RecordedRun } from './recorded-run.js';

// Wakes the cards that are there, and puts one in the place of each link that stands for one, before it comes into sight.
function bringToLife(root) {
  root.querySelectorAll('[data-preset]').forEach((card) => new PresetCard(card));
  const nearby = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        nearby.unobserve(target);
        replace(target);
      }
    },
    { rootMargin: '1000px 0px' },
  );
  root.querySelectorAll('a[data-card]').forEach((link) => nearby.observe(link));
}

async function replace(link) {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const card = document.adoptNode(parsed.querySelector('[data-preset]'));
  takeFormulas(parsed);
  link.closest('.card-link').replaceWith(card);
  new PresetCard(card);
}

class PresetCard {
  constructor(card) {
    this.card = card;
    this.say = card.querySelector('[data-status]');
    this.button = card.querySelector('[data-run]');
    this.result = card.querySelector('[data-result]');
    this.answer = card.querySelector('[data-answer]');
    this.result.hidden = this.answer.hidden = true;
    this.button.hidden = false;
    this.button.addEventListener('click', () => this.run());
    this.#drawing();
  }

  // Somebody may draw what is expected; the module comes when it is wanted.
  #drawing() {
    const place = this.card.querySelector('[data-draw]');
    place.hidden = false;
    const open = async () => {
      const { ExpectedCurves } = await import('./draw-curve.js');
      this.expected = new ExpectedCurves(place, [...this.card.querySelectorAll('[data-row]')].map((row) => row.dataset.row));
    };
    place.addEventListener('toggle', open, { once: true });
  }

  async run() {
    this.button.disabled = true;
    this.say.textContent = 'Asking for the runs …';
    try {
      const [{ Curves }, asked] = await Promise.all([import('./curves.js'), this.#ask()]);
      this.#watch(asked, Curves);
    } catch (problem) {
      this.say.textContent = problem.message;
      this.button.disabled = false;
    }
  }

  async #ask() {
    const unanswered = new Error('The server did not answer as expected. Try again.');
    const answer = await fetch(this.card.dataset.preset, { method: 'POST', headers: { Accept: 'application/json' } }).catch(() => {
      throw unanswered;
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw body.error ? new Error(body.error) : unanswered;
    return body;
  }

  #watch(asked, Curves) {
    this.runs = asked.map(({ id, label }) => new RecordedRun(id, label));
    this.result.hidden = false;
    this.result.open = true;
    this.curves ??= new Curves(this.card.querySelector('[data-curves]'), {
      figures: this.card.dataset.curvesOf.trim().split(/\s+/).map((figure) => ({ figure, label: figure.split('.')[0] })),
      title: this.card.querySelector('[data-title]').textContent,
    });
    this.stop?.();
    this.stop = follow(this.runs, () => this.#changed());
  }

  #changed() {
    this.curves.show([...this.runs, ...(this.expected?.beside(this.runs) ?? [])]);
    this.#table();
    const ended = this.runs.every((run) => run.ended);
    this.say.textContent = ended ? 'All runs have ended.' : this.runs.map((run) => `${run.label}: ${run.describe()}`).join(' · ');
    if (ended) this.#reveal();
  }

  #table() {
    for (const run of this.runs) {
      const row = this.card.querySelector(`[data-row="${CSS.escape(run.label)}"]`);
      row.querySelector('[data-state]').textContent = run.describe();
      for (const cell of row.querySelectorAll('[data-final]')) {
        cell.textContent = exact(run.final(cell.dataset.final));
      }
    }
  }

  #reveal() {
    this.button.disabled = false;
    this.button.textContent = 'Run again';
    this.answer.hidden = false;
    this.answer.open = true;
    const chosen = this.card.querySelector('[data-predict] input:checked')?.value;
    for (const feedback of this.card.querySelectorAll('[data-feedback]')) {
      feedback.hidden = feedback.dataset.feedback !== chosen;
    }
  }
}

bringToLife(document);
