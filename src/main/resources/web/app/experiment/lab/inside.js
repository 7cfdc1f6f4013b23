// What one run recorded of its inside, at the step that is looked at.
import { confusion } from './confusion.js';
import { GradientStrip } from './gradient-strip.js';
import { h } from '../dom.js';
import { histograms } from './histograms.js';
import { answersOf, drawSurface, legend, spanOf, surfaceInNumbers } from './surface.js';
import { NetworkDrawing } from './network-drawing.js';

const BOUNDED = { sigmoid: [0, 1], relu: [0, 1], softplus: [0, 1] };

export class Inside {
  // root: holds a [data-inside] for each part; examples: as the settings choose them; chosen: is told a step
  constructor(root, examples, chosen) {
    this.examples = examples;
    this.parts = Object.fromEntries([...root.querySelectorAll('[data-inside]')].map((part) => [part.dataset.inside, part]));
    this.place = (name) => this.parts[name].querySelector('[data-content]');
    this.nothing = root.querySelector('[data-nothing-inside]');
    this.strip = new GradientStrip(this.place('gradients'), chosen);
    this.network = new NetworkDrawing(this.place('network'));
    this.plane = h('canvas', { class: 'plane', role: 'img' });
    this.legend = h('div');
    this.numbers = h('details', { ontoggle: () => this.#fillNumbers() }, h('summary', {}, 'In numbers'));
    this.place('surface').replaceChildren(this.plane, this.legend, this.numbers);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.run && this.show(this.run, this.step));
  }

  async show(run, step) {
    this.run = run;
    this.step = step;
    this.#hide('gradients', !run || !this.strip.show(run));
    if (!this.parts.gradients.hidden) this.strip.at(step);
    const snapshot = run?.snapshotAt(step);
    this.#hide('histograms', !snapshot?.histograms.length);
    if (snapshot?.histograms.length) histograms(this.place('histograms'), snapshot);
    const examples = run?.spec && snapshot ? await this.examples.of(run.spec) : null;
    // Meanwhile somebody may look elsewhere.
    if (run !== this.run || step !== this.step) return;
    this.#hide('confusion', !examples || !snapshot.confusion.length);
    if (examples && snapshot.confusion.length) confusion(this.place('confusion'), snapshot, examples);
    this.#hide('network', !examples || !this.network.show(run, snapshot, examples));
    this.#surface(run, snapshot, examples);
    for (const said of Object.values(this.parts).map((part) => part.querySelector('[data-at]'))) {
      if (said) said.textContent = snapshot ? `${run.label}, step ${snapshot.step.toLocaleString('en')}` : '';
    }
    this.nothing.hidden = !run || Object.values(this.parts).some((part) => !part.hidden);
  }

  #hide(name, hidden) {
    this.parts[name].hidden = hidden;
  }

  #surface(run, snapshot, examples) {
    this.answers = examples && snapshot.surface ? answersOf(snapshot.surface) : null;
    this.#hide('surface', !this.answers);
    if (!this.answers) return;
    const { activation } = run.spec.network.output;
    const range = examples.classes ? (BOUNDED[activation] ?? [-1, 1]) : spanOf(examples);
    drawSurface(this.plane, this.answers, examples, range);
    this.plane.setAttribute('aria-label', `What ${run.label} answers over the plane at step ${snapshot.step}, with the examples; the numbers stand below.`);
    this.legend.replaceChildren(legend(examples));
    this.shown = examples;
    this.#fillNumbers();
  }

  #fillNumbers() {
    if (this.numbers.open && this.answers) this.numbers.replaceChildren(this.numbers.firstChild, surfaceInNumbers(this.answers, this.shown));
  }
}
