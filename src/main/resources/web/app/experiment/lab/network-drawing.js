// The network as a graph: line widths are weights, dashed where negative; a unit that is chosen shows its numbers and its own surface.
import { exact, extent } from '../numbers.js';
import { canForward, units } from './forward.js';
import { h, svg, table } from '../dom.js';
import { drawSurface } from './surface.js';

const MOST_UNITS = 12;
const [COLUMN, ROW, RADIUS] = [130, 34, 11];
const CELLS = 36;

export class NetworkDrawing {
  constructor(element) {
    this.drawing = h('div', { class: 'network', tabindex: 0, role: 'region', 'aria-label': 'The network' });
    this.unit = h('div', { class: 'unit' });
    this.hint = h('p', { class: 'meta' }, 'Choose a unit to see its weights, its bias and what it answers over the plane. Dashed lines are negative weights.');
    element.replaceChildren(this.hint, this.drawing, this.unit);
  }

  // Whether there are weights to draw.
  show(run, snapshot, examples) {
    if (!snapshot?.weights.length) return false;
    this.run = run;
    this.snapshot = snapshot;
    this.examples = examples;
    this.layers = this.#layers();
    this.#draw();
    this.#showUnit();
    return true;
  }

  // Columns of the graph: the inputs, then each dense layer.
  #layers() {
    const { spec } = this.run;
    const { weights } = this.snapshot;
    const dense = weights
      .filter(({ role }) => role === 'weights')
      .map(({ layer, values }) => {
        const [bias] = weights.find((each) => each.layer === layer && each.role === 'bias').values;
        return { layer, weights: values, bias, size: bias.length, names: bias.map((_, j) => `${layer}, unit ${j + 1}`) };
      });
    const inputs = dense[0].weights.map((_, i) => this.examples.names[i] ?? `x${i + 1}`);
    const names = spec.data.features.length ? spec.data.features : inputs;
    return [{ layer: 'input', names, size: names.length }, ...dense];
  }

  #draw() {
    const shown = this.layers.map(({ size }) => Math.min(size, MOST_UNITS));
    const height = Math.max(...shown) * ROW + 30;
    const width = (this.layers.length - 1) * COLUMN + 90;
    const place = (column, i) => [45 + column * COLUMN, (height - 20 - shown[column] * ROW) / 2 + (i + 0.5) * ROW];
    const [, most] = extent([1e-9, ...this.layers.slice(1).flatMap(({ weights }) => weights.flat().map(Math.abs))]);
    const edges = this.layers.slice(1).flatMap(({ weights }, k) =>
      weights.slice(0, MOST_UNITS).flatMap((row, i) => row.slice(0, MOST_UNITS).map((weight, j) => {
        const [[x1, y1], [x2, y2]] = [place(k, i), place(k + 1, j)];
        return svg('line', { x1, y1, x2, y2, class: weight < 0 ? 'edge negative' : 'edge', 'stroke-width': (0.3 + (5 * Math.abs(weight)) / most).toFixed(2) });
      })),
    );
    const nodes = this.layers.flatMap((layer, k) => Array.from({ length: shown[k] }, (_, i) => this.#node(layer, k, i, place(k, i))));
    const heads = this.layers.map(({ layer, size }, k) => {
      const said = size > MOST_UNITS ? `${layer} (${MOST_UNITS} of ${size})` : layer;
      return svg('text', { x: 45 + k * COLUMN, y: height - 4, 'text-anchor': 'middle' }, said);
    });
    const had = this.drawing.contains(document.activeElement) && document.activeElement.dataset.unit;
    const frame = { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': 'Units of the network' };
    this.drawing.replaceChildren(svg('svg', frame, ...edges, ...nodes, ...heads));
    if (had) this.drawing.querySelector(`[data-unit="${had}"]`)?.focus();
  }

  #node(layer, column, i, [x, y]) {
    const name = layer.names[i];
    const chosen = this.chosen?.layer === layer.layer && this.chosen.unit === i;
    const choose = () => {
      this.chosen = chosen ? null : { layer: layer.layer, unit: i };
      this.#draw();
      this.#showUnit();
    };
    const bias = layer.bias ? `bias ${exact(layer.bias[i])}` : '';
    return svg(
      'g',
      {
        class: 'node',
        role: 'button',
        tabindex: 0,
        'data-unit': `${column}.${i}`,
        'aria-pressed': String(chosen),
        'aria-label': bias ? `${name}, ${bias}` : name,
        onclick: choose,
        onkeydown: (event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose();
        },
      },
      svg('circle', { cx: x, cy: y, r: RADIUS, class: layer.bias?.[i] < 0 ? 'negative' : '' }),
      svg('text', { x, y: y + 4, 'text-anchor': 'middle' }, layer.bias ? short(layer.bias[i]) : shortName(name)),
    );
  }

  #showUnit() {
    const layer = this.layers.find((each) => each.layer === this.chosen?.layer);
    if (!layer || this.chosen.unit >= layer.size) {
      this.unit.replaceChildren();
      return;
    }
    const { unit } = this.chosen;
    const parts = [h('h4', {}, layer.names[unit])];
    if (this.examples.inputs <= 2 && canForward(this.run.spec, this.snapshot)) {
      parts.push(h('canvas', { class: 'plane', role: 'img', 'aria-label': `What ${layer.names[unit]} answers over the plane` }));
    }
    if (layer.weights) {
      const before = this.layers[this.layers.indexOf(layer) - 1];
      const lines = layer.weights.map((row, i) => [before.names[i], String(row[unit])]);
      parts.push(table(`Weights into ${layer.names[unit]}`, ['From', 'Weight'], [...lines, ['bias', String(layer.bias[unit])]]));
    }
    this.unit.replaceChildren(...parts);
    const canvas = this.unit.querySelector('canvas');
    if (canvas) drawSurface(canvas, this.#surface(layer.layer, unit), { ...this.examples, rows: this.examples.inputs === 2 ? this.examples.rows : [] }, this.range);
  }

  // A unit's outputs over the plane of the data, and how far they reach to both sides of 0.
  #surface(layer, unit) {
    const { inputs, rows: data } = this.examples;
    const span = (k) => extent(data.map((row) => row[k]));
    const [[left, right], [bottom, top]] = [span(0), inputs === 2 ? span(1) : [0, 1]];
    const [columns, rows] = [CELLS, inputs === 2 ? CELLS : 1];
    const at = (low, high, i, count) => low + ((i + 0.5) * (high - low)) / count;
    const values = Array.from({ length: columns * rows }, (_, i) => {
      const x = at(left, right, i % columns, columns);
      const point = inputs === 2 ? [x, at(bottom, top, Math.floor(i / columns), rows)] : [x];
      return units(this.run.spec, this.snapshot.weights, this.examples, point)[layer][unit];
    });
    const reach = Math.max(...values.map(Math.abs), 1e-9);
    this.range = [-reach, reach];
    return { columns, rows, left, right, bottom, top, values, certainty: [] };
  }
}

function short(number) {
  return Math.abs(number) >= 10 ? number.toFixed(0) : number.toFixed(1);
}

function shortName(name) {
  return name.length <= 3 ? name : '';
}
