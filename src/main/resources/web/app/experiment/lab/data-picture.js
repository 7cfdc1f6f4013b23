// How the chosen data look: points in the plane, a curve, images of digits, or lines of a table.
import { coloursOf, css, mixed, rgb, sharp } from '../colours.js';
import { exact, extent } from '../numbers.js';
import { h, table } from '../dom.js';
import { className, drawSurface, legend, spanOf } from './surface.js';

const PIXELS = 8;
const LINES = 8;

export function dataPicture(element, examples) {
  const said = `${examples.inputs} inputs, ${examples.classes ? `${examples.classes} classes` : 'a number to predict'}`;
  if (examples.inputs === PIXELS * PIXELS && !examples.names.length) {
    const canvas = picture(`Some examples: images of ${PIXELS} by ${PIXELS} pixels`);
    element.replaceChildren(canvas, h('p', { class: 'meta' }, said));
    drawImages(canvas, examples);
  } else if (examples.inputs <= 2) {
    const canvas = picture(`The examples: ${said}`);
    element.replaceChildren(canvas, legend(examples));
    if (examples.inputs === 2) drawSurface(canvas, null, examples, examples.classes ? null : spanOf(examples));
    else drawSurface(canvas, flat(examples), examples, null);
  } else {
    const names = examples.names.length ? examples.names : examples.rows[0].map((_, i, row) => (i < row.length - 1 ? `x${i + 1}` : 'target'));
    const shown = names.slice(0, 6);
    const lines = examples.rows.slice(0, LINES).map((row) => {
      const target = row.at(-1);
      return [examples.classes ? className(examples, target) : exact(target), ...row.slice(0, shown.length).map(exact)];
    });
    element.replaceChildren(table('Some examples', [names.at(-1), ...shown], lines), h('p', { class: 'meta' }, said));
  }
}

function picture(label) {
  return h('canvas', { class: 'plane', role: 'img', 'aria-label': label });
}

// One input: only the points, on a line that says nothing yet.
function flat(examples) {
  const [left, right] = extent(examples.rows.map(([x]) => x));
  return { columns: 0, rows: 1, left, right, values: [] };
}

function drawImages(canvas, examples) {
  const [columns, size] = [10, 34];
  const rows = Math.ceil(Math.min(examples.rows.length, 60) / columns);
  const pen = sharp(canvas, columns * size, rows * size);
  canvas.classList.add('images');
  const look = coloursOf(canvas.parentElement);
  const [paper, ink] = [rgb(look('--surface')), rgb(look('--ink'))];
  examples.rows.slice(0, 60).forEach((row, n) => {
    const [left, top] = [(n % columns) * size, Math.floor(n / columns) * size];
    for (let i = 0; i < PIXELS * PIXELS; i += 1) {
      pen.fillStyle = css(mixed(paper, ink, Math.min(1, Math.max(0, row[i]))));
      pen.fillRect(left + (i % PIXELS) * 4, top + Math.floor(i / PIXELS) * 4, 4, 4);
    }
  });
}
