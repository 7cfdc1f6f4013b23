// The card of a preset: predict, run, compare, explain.
import { follow } from './follow.js';
import { RecordedRun } from './recorded-run.js';

// Puts the card in the place of each link that stands for one.
export async function replaceLinks(root) {
  for (const link of root.querySelectorAll('a[data-card]')) {
    const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) continue;
    const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const card = document.adoptNode(parsed.querySelector('[data-preset]'));
    link.closest('.card-link').replaceWith(card);
    new PresetCard(card);
  }
}

export class PresetCard {
  constructor(card) {
    this.card = card;
    this.say = card.querySelector('[data-status]');
    this.button = card.querySelector('[data-run]');
    this.button?.addEventListener('click', () => this.run());
    this.button?.removeAttribute('hidden');
  }

  async run() {
    this.button.disabled = true;
    this.say.textContent = 'Asking for the runs …';
    const { Curves, exact } = await import('./curves.js');
    const asked = await this.#ask();
    if (!asked) return;
    this.exact = exact;
    this.runs = asked.map(({ id, label }) => new RecordedRun(id, label));
    this.card.querySelector('[data-result]').hidden = false;
    this.curves ??= new Curves(this.card.querySelector('[data-curves]'), {
      figures: [{ figure: this.card.dataset.figure, label: 'training' }],
      title: this.card.querySelector('[data-title]').textContent,
    });
    this.stop?.();
    this.stop = follow(this.runs, () => this.#changed());
  }

  async #ask() {
    const answer = await fetch(this.card.dataset.preset, { method: 'POST', headers: { Accept: 'application/json' } });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) return body;
    this.say.textContent = body.error ?? 'The server did not answer as expected. Try again.';
    this.button.disabled = false;
    return null;
  }

  #changed() {
    this.curves.show(this.runs);
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
        cell.textContent = this.exact(run.final(cell.dataset.final));
      }
    }
  }

  #reveal() {
    this.button.disabled = false;
    this.button.textContent = 'Run again';
    this.card.querySelector('[data-answer]').hidden = false;
    const chosen = this.card.querySelector('[data-predict] input:checked');
    if (chosen) {
      const feedback = this.card.querySelector(`[data-feedback="${CSS.escape(chosen.value)}"]`);
      feedback.hidden = false;
    }
  }
}
