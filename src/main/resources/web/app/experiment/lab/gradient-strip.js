// The norms of all layers' gradients over the steps, in one picture: layers from the input on, steps to the right, colours by orders of magnitude.
import { css, scaled, sharp } from '../colours.js';
import { exact, extent } from '../numbers.js';
import { h, table } from '../dom.js';

const ROW = 22;
const COLUMNS = 8;

export class GradientStrip {
  // chosen: is told the step that somebody clicks on
  constructor(element, chosen) {
    this.canvas = h('canvas', { class: 'strip', role: 'img', onclick: (event) => this.#click(event) });
    this.names = h('div', { class: 'strip-names', 'aria-hidden': 'true' });
    this.mark = h('div', { class: 'strip-mark' });
    this.scale = h('p', { class: 'strip-scale meta' });
    this.now = h('p', { class: 'meta' });
    this.numbers = h('details', {}, h('summary', {}, 'In numbers'));
    this.chosen = chosen;
    this.element = element;
    const plane = h('div', { class: 'strip-plane' }, this.canvas, this.mark);
    element.replaceChildren(h('div', { class: 'strip-frame' }, this.names, plane), this.scale, this.now, this.numbers);
    new ResizeObserver(() => this.run && this.#draw()).observe(this.canvas.parentElement);
  }

  // Whether this run recorded them.
  show(run) {
    this.layers = run.figures.filter((figure) => figure.startsWith('gradientNorm.'));
    if (!this.layers.length || run.points.length < 2) return false;
    this.run = run;
    this.rows = this.layers.map((layer) => run.values(layer));
    const positive = this.rows.flat().filter((value) => value > 0);
    [this.low, this.high] = extent(positive).map(Math.log10);
    this.names.replaceChildren(...this.layers.map((layer) => h('span', {}, short(layer))));
    this.canvas.setAttribute('aria-label', `Norms of the gradients of ${this.layers.length} layers over ${run.points.length} points; the numbers stand below.`);
    this.scale.textContent = positive.length ? `dark ${exact(10 ** this.low)} to light ${exact(10 ** this.high)}, by orders of magnitude; empty: 0` : 'all are 0';
    this.#draw();
    this.#table();
    return true;
  }

  #draw() {
    const width = this.canvas.parentElement.clientWidth || 600;
    const pen = sharp(this.canvas, width, ROW * this.layers.length);
    const count = this.rows[0].length;
    this.rows.forEach((values, row) => {
      values.forEach((value, i) => {
        if (!(value > 0)) return;
        pen.fillStyle = css(scaled((Math.log10(value) - this.low) / (this.high - this.low || 1)));
        pen.fillRect((i * width) / count, row * ROW, Math.ceil(width / count) + 0.5, ROW - 2);
      });
    });
  }

  #table() {
    const last = this.run.points.length - 1;
    const places = [...new Set(Array.from({ length: COLUMNS }, (_, i) => Math.round(1 + (i * (last - 1)) / (COLUMNS - 1))))];
    const steps = this.run.steps();
    const head = ['Layer', ...places.map((i) => `step ${steps[i]}`)];
    const lines = this.layers.map((layer, row) => [short(layer), ...places.map((i) => exact(this.rows[row][i]))]);
    this.numbers.replaceChildren(this.numbers.firstChild, table('Norms of gradients', head, lines));
  }

  at(step) {
    const i = this.run.points.indexOf(this.run.pointAt(step));
    this.mark.style.insetInlineStart = `${((i + 0.5) / this.run.points.length) * 100}%`;
    this.now.textContent = `Step ${this.run.steps()[i]}: ${this.layers.map((layer, row) => `${short(layer)} ${exact(this.rows[row][i])}`).join(', ')}`;
  }

  #click(event) {
    const { left, width } = this.canvas.getBoundingClientRect();
    const i = Math.floor(((event.clientX - left) / width) * this.run.points.length);
    this.chosen(this.run.steps()[Math.min(this.run.points.length - 1, Math.max(0, i))]);
  }
}

function short(figure) {
  return figure.slice('gradientNorm.'.length);
}
