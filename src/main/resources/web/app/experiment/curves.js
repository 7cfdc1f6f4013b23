// Curves of several runs over their steps: pointer and keys show exact values; a table says the same.
import uPlot from 'uplot';
import { coloursOf } from './colours.js';
import { brief, exact } from './numbers.js';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4], [1, 4]];
const HEIGHT = 260;
// Times the largest value that a curve starts with.
const HIGHEST = 5;

export class Curves {
  // figures: such as [{figure: 'train.loss', label: 'training'}]; the first is drawn plain, the second thinner.
  // chosen: is told the step that somebody clicks on, or presses Enter at.
  constructor(element, { figures, title, logarithmic = false, chosen = null }) {
    this.element = element;
    this.figures = figures;
    this.title = title;
    this.logarithmic = logarithmic;
    this.logarithmicSteps = false;
    this.chosen = chosen;
    this.runs = [];
    new ResizeObserver(() => this.#fit()).observe(element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#rebuild());
  }

  show(runs) {
    this.runs = runs.filter((run) => run.points.length > 0);
    const shape = this.runs.map((run) => run.id).join();
    if (shape !== this.shape || !this.chart) {
      this.shape = shape;
      this.#rebuild();
    } else {
      this.chart.setData(this.#data());
    }
  }

  setLogarithmic(logarithmic, logarithmicSteps = false) {
    this.logarithmic = logarithmic;
    this.logarithmicSteps = logarithmicSteps;
    this.#rebuild();
  }

  // Draws a line at a step.
  mark(step) {
    this.marked = step;
    this.chart?.redraw(false);
  }

  #series() {
    return this.runs.flatMap((run, index) => this.figures.map((figure, depth) => ({ run, index: run.slot ?? index, figure, depth })));
  }

  // Each run has its own steps: uPlot aligns them.
  #data() {
    const from = this.logarithmicSteps ? 1 : 0;
    const tables = this.#series().map(({ run, figure }) => {
      const steps = run.steps();
      const begin = steps.findIndex((step) => step >= from);
      // A run that has step 0 alone has nothing to show where that has no place.
      const first = begin < 0 ? steps.length : begin;
      const values = run.values(figure.figure).slice(first);
      return [steps.slice(first), this.logarithmic ? values.map((v) => (v > 0 ? v : null)) : values];
    });
    return tables.length ? uPlot.join(tables) : [[]];
  }

  #rebuild() {
    this.chart?.destroy();
    this.chart = null;
    if (!this.runs.length) return;
    const colour = coloursOf(this.element);
    const grid = { stroke: colour('--line'), width: 1 };
    const axis = { stroke: colour('--ink-soft'), grid, ticks: grid, font: `12px ${getComputedStyle(this.element).fontFamily}` };
    this.chart = new uPlot(
      {
        width: this.element.clientWidth || 600,
        height: HEIGHT,
        cursor: { drag: { x: false, y: false } },
        scales: { x: { time: false, distr: this.logarithmicSteps ? 3 : 1 }, y: { distr: this.logarithmic ? 3 : 1, ...(this.logarithmic ? {} : { range: (_, low, high) => this.#range(low, high) }) } },
        hooks: { draw: [(chart) => this.#drawMark(chart, colour('--ink-soft'))] },
        axes: [
          { ...axis, label: 'step', labelSize: 20, labelFont: axis.font },
          { ...axis, size: 60, values: (_, splits) => splits.map((v) => (v === null ? '' : brief(v))) },
        ],
        series: [
          { label: 'step' },
          ...this.#series().map(({ run, index, figure, depth }) => ({
            label: this.figures.length > 1 ? `${run.label}, ${figure.label}` : run.label,
            stroke: colour(`--series-${index + 1}`),
            width: depth === 0 ? 2 : 1,
            dash: run.dash ?? DASHES[(index + (depth ? 2 : 0)) % DASHES.length],
            points: { show: false },
            spanGaps: true,
            value: (_, v) => (v === null || v === undefined ? '–' : exact(v)),
          })),
        ],
      },
      this.#data(),
      this.element,
    );
    this.#keys();
  }

  // Left and right move the cursor from point to point, so that values can be read without a pointer.
  #keys() {
    const plot = this.chart.over;
    plot.tabIndex = 0;
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', `${this.title}. Left and right arrow keys move along the curves; the values stand below.`);
    plot.addEventListener('click', () => {
      if (this.chart.cursor.idx !== null) this.chosen?.(this.chart.data[0][this.chart.cursor.idx]);
    });
    plot.addEventListener('keydown', (event) => {
      const last = this.chart.data[0].length - 1;
      if (event.key === 'Enter' && this.chart.cursor.idx !== null) this.chosen?.(this.chart.data[0][this.chart.cursor.idx]);
      const moves = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -last, End: last };
      if (!(event.key in moves)) return;
      event.preventDefault();
      const index = Math.min(last, Math.max(0, (this.chart.cursor.idx ?? 0) + moves[event.key]));
      this.chart.setCursor({ left: this.chart.valToPos(this.chart.data[0][index], 'x'), top: HEIGHT / 2 });
    });
  }

  // What diverges leaves the picture at its top, so that the others can be seen.
  #range(low, high) {
    const starts = this.#series().map(({ run, figure }) => run.values(figure.figure)[0] ?? 0);
    const most = HIGHEST * Math.max(...starts);
    const top = most > 0 && high > most ? most : high;
    return low === null ? [0, 1] : uPlot.rangeNum(low, top, 0.1, true);
  }

  #drawMark(chart, colour) {
    if (this.marked === undefined || !chart.data[0].length) return;
    const x = Math.round(chart.valToPos(this.marked, 'x', true));
    const { top, height } = chart.bbox;
    chart.ctx.save();
    chart.ctx.strokeStyle = colour;
    chart.ctx.setLineDash([4, 4]);
    chart.ctx.beginPath();
    chart.ctx.moveTo(x, top);
    chart.ctx.lineTo(x, top + height);
    chart.ctx.stroke();
    chart.ctx.restore();
  }

  #fit() {
    if (this.chart && this.element.clientWidth) {
      this.chart.setSize({ width: this.element.clientWidth, height: HEIGHT });
    }
  }
}
