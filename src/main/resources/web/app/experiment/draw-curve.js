// A curve that somebody expects, drawn by pointer or by keys before the run: heights over the run's steps, in parts of where it starts.
import { h, svg } from './dom.js';

const PLACES = 9;
const HIGHEST = 1.5;
const [WIDTH, HEIGHT] = [360, 150];

export class ExpectedCurves {
  // labels: of the runs, each of which may be drawn
  constructor(element, labels) {
    this.heights = new Map(labels.map((label) => [label, null]));
    this.chosen = labels[0];
    this.element = element;
    this.element.append(this.#choice(labels), this.#plane(labels.length), this.#sliders());
    this.#show();
  }

  #choice(labels) {
    const choose = (label) => {
      this.chosen = label;
      this.#show();
    };
    this.buttons = labels.map((label) => h('button', { type: 'button', onclick: () => choose(label) }, label));
    return h('div', { class: 'tabs', role: 'group', 'aria-label': 'Which run' }, ...this.buttons);
  }

  #plane(count) {
    const start = y(1);
    this.lines = Array.from({ length: count }, (_, i) => svg('polyline', { class: `drawn drawn-${(i % 6) + 1}` }));
    this.plane = svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'drawing', 'aria-hidden': 'true' },
      svg('line', { x1: 0, x2: WIDTH, y1: start, y2: start, class: 'drawing-start' }),
      text(4, start - 4, 'loss at the start'),
      text(4, HEIGHT - 4, '0'),
      text(WIDTH - 4, HEIGHT - 4, 'last step', 'end'),
      ...this.lines,
    );
    this.plane.addEventListener('pointerdown', (event) => {
      this.plane.setPointerCapture(event.pointerId);
      this.last = null;
      this.#stroke(event);
    });
    this.plane.addEventListener('pointermove', (event) => event.buttons && this.#stroke(event));
    return this.plane;
  }

  // From where the pointer was to where it is.
  #stroke(event) {
    const { left, top, width, height } = this.plane.getBoundingClientRect();
    const place = Math.round(((event.clientX - left) / width) * (PLACES - 1));
    const value = HIGHEST * (1 - (event.clientY - top) / height);
    const from = this.last ?? [place, value];
    const count = Math.abs(place - from[0]);
    for (let i = 0; i <= count; i += 1) {
      const share = count ? i / count : 1;
      this.#set(Math.round(from[0] + share * (place - from[0])), from[1] + share * (value - from[1]));
    }
    this.last = [place, value];
    this.#show();
  }

  #sliders() {
    this.inputs = Array.from({ length: PLACES }, (_, i) => {
      const moved = ({ target }) => {
        this.#set(i, Number(target.value));
        this.#show();
      };
      const label = `Expected loss after ${Math.round((100 * i) / (PLACES - 1))} % of the steps`;
      return h('input', { type: 'range', min: 0, max: HIGHEST, step: 0.05, 'aria-label': label, oninput: moved });
    });
    return h('details', {}, h('summary', {}, 'By keys'), ...this.inputs);
  }

  #set(place, value) {
    if (place < 0 || place >= PLACES) return;
    const heights = this.heights.get(this.chosen) ?? Array(PLACES).fill(1);
    heights[place] = Math.min(HIGHEST, Math.max(0, value));
    this.heights.set(this.chosen, heights);
  }

  #show() {
    [...this.heights].forEach(([label, heights], i) => {
      this.buttons[i].setAttribute('aria-pressed', String(label === this.chosen));
      this.lines[i].setAttribute('points', (heights ?? []).map((height, at) => `${(at * WIDTH) / (PLACES - 1)},${y(height)}`).join(' '));
    });
    const heights = this.heights.get(this.chosen);
    this.inputs.forEach((input, i) => {
      input.value = heights?.[i] ?? 1;
      input.setAttribute('aria-valuetext', `${Math.round(100 * (heights?.[i] ?? 1))} % of the loss at the start`);
    });
  }

  // What was drawn for these runs, as curves beside theirs.
  beside(runs) {
    return runs.flatMap((run, slot) => {
      const heights = this.heights.get(run.label);
      return heights && run.points.length ? [new ExpectedCurve(run, slot, heights)] : [];
    });
  }
}

// Looks like a run to whoever draws it; starts where the run starts.
class ExpectedCurve {
  constructor(run, slot, heights) {
    this.id = `expected-${run.id}`;
    this.label = `${run.label}, as you drew it`;
    this.slot = slot;
    this.dash = [1, 5];
    this.run = run;
    this.heights = heights;
    this.points = heights;
  }

  steps() {
    return this.heights.map((_, i) => Math.round((i * this.run.header.steps) / (PLACES - 1)));
  }

  values(figure) {
    const start = this.run.values(figure)[0];
    return this.heights.map((height) => (figure === 'train.loss' && start !== null ? height * start : null));
  }
}

function y(height) {
  return HEIGHT * (1 - height / HIGHEST);
}

function text(x, atY, words, anchor = 'start') {
  return svg('text', { x, y: atY, 'text-anchor': anchor }, words);
}
