// The runs of the picture: how they stand, their final figures, and what can be done with them.
import { exact } from '../numbers.js';
import { h } from '../dom.js';

const FIGURES = [
  ['train.loss', 'Training loss'],
  ['validation.loss', 'Validation loss'],
  ['train.accuracy', 'Training accuracy'],
  ['validation.accuracy', 'Validation accuracy'],
  ['test.loss', 'Test loss'],
  ['test.accuracy', 'Test accuracy'],
];

// At the final weights; of the test examples the server tells only these.
function valueOf(run, name) {
  const [set, figure] = name.split('.');
  return set === 'test' ? (run.outcome?.test?.[figure] ?? null) : run.final(name);
}

export class RunTable {
  // actions: {look, settings, cancel, remove, renamed}, each is given a run
  constructor(element, actions) {
    this.element = element;
    this.actions = actions;
    this.rows = new Map();
    this.body = h('tbody');
    this.headings = h('tr');
    element.append(
      h('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Runs and their final figures' }, h('table', {}, h('thead', {}, this.headings), this.body)),
    );
  }

  show(runs, looked) {
    this.element.hidden = runs.length === 0;
    this.figures = FIGURES.filter(([name]) => runs.some((run) => valueOf(run, name) !== null));
    this.headings.replaceChildren(
      ...['Run', 'How it stands', ...this.figures.map(([, heading]) => heading)].map((text) => h('th', { scope: 'col' }, text)),
      h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, 'What to do')),
    );
    for (const [run, row] of this.rows) {
      if (runs.includes(run)) continue;
      row.element.remove();
      this.rows.delete(run);
    }
    for (const run of runs) {
      if (!this.rows.has(run)) this.rows.set(run, this.#row(run));
      this.#fill(this.rows.get(run), run, run === looked);
    }
  }

  #row(run) {
    const name = h('input', {
      type: 'text',
      value: run.label,
      maxlength: 80,
      'aria-label': 'Name of the run',
      oninput: () => {
        run.label = name.value.trim() || 'Run';
        this.actions.renamed(run);
      },
    });
    const look = h('input', { type: 'radio', name: 'looked', 'aria-label': `Look into ${run.label}`, onchange: () => this.actions.look(run) });
    const row = {
      look,
      name,
      state: h('td'),
      cells: [],
      cancel: h('button', { type: 'button', class: 'button', onclick: () => this.actions.cancel(run) }, 'Cancel'),
      element: h('tr', { 'data-row': run.label }),
    };
    const mark = h('span', { class: `mark mark-${run.slot + 1}`, 'aria-hidden': 'true' });
    row.head = h('th', { scope: 'row' }, h('span', { class: 'run-name' }, look, mark, name));
    row.ways = h(
      'td',
      {},
      h(
        'span',
        { class: 'run-ways' },
        row.cancel,
        h('button', { type: 'button', class: 'button', onclick: () => this.actions.settings(run) }, 'Use its settings'),
        h('button', { type: 'button', class: 'button quiet', 'aria-label': `Remove ${run.label} from the picture`, onclick: () => this.actions.remove(run) }, '×'),
      ),
    );
    row.element.append(row.head, row.state, row.ways);
    this.body.append(row.element);
    return row;
  }

  #fill(row, run, looked) {
    row.look.checked = looked;
    row.state.textContent = run.describe();
    row.cancel.hidden = run.ended || !run.id || !run.mine;
    for (const cell of row.cells) cell.remove();
    row.cells = this.figures.map(([name]) => h('td', { class: 'number' }, exact(valueOf(run, name))));
    // What somebody may be typing in, or has in focus, stays where it is.
    row.ways.before(...row.cells);
  }
}
