// Curves of several runs over their steps: pointer and keys show exact values; a table says the same.
import uPlot from 'uplot';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4], [1, 4]];
const HEIGHT = 260;

export class Curves {
  // figures: such as [{figure: 'train.loss', label: 'training'}]; the first is drawn plain, the second thinner.
  constructor(element, { figures, title, logarithmic = false }) {
    this.element = element;
    this.figures = figures;
    this.title = title;
    this.logarithmic = logarithmic;
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

  setLogarithmic(logarithmic) {
    this.logarithmic = logarithmic;
    this.#rebuild();
  }

  #series() {
    return this.runs.flatMap((run, index) => this.figures.map((figure, depth) => ({ run, index, figure, depth })));
  }

  // Each run has its own steps: uPlot aligns them.
  #data() {
    const tables = this.#series().map(({ run, figure }) => [run.steps(), run.values(figure.figure)]);
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
        scales: { x: { time: false }, y: { distr: this.logarithmic ? 3 : 1 } },
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
            dash: DASHES[(index + (depth ? 2 : 0)) % DASHES.length],
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
    plot.addEventListener('keydown', (event) => {
      const last = this.chart.data[0].length - 1;
      const moves = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -last, End: last };
      if (!(event.key in moves)) return;
      event.preventDefault();
      const index = Math.min(last, Math.max(0, (this.chart.cursor.idx ?? 0) + moves[event.key]));
      this.chart.setCursor({ left: this.chart.valToPos(this.chart.data[0][index], 'x'), top: HEIGHT / 2 });
    });
  }

  #fit() {
    if (this.chart && this.element.clientWidth) {
      this.chart.setSize({ width: this.element.clientWidth, height: HEIGHT });
    }
  }
}

// A canvas knows no custom properties: asks the browser which colour each of them is here and now.
function coloursOf(element) {
  return (property) => {
    const probe = element.appendChild(document.createElement('i'));
    probe.style.color = `var(${property})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}

// Four digits are enough to compare; all of them stand in the export.
export function exact(value) {
  return value === null || value === undefined ? '–' : Number(value.toPrecision(4)).toString();
}

function brief(value) {
  return Number(value.toPrecision(2)).toString();
}
