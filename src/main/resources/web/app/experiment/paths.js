// Paths of optimizers: the page holds all points; this shows them up to one step, and moves the start.
import { liveForm } from './live-form.js';
import { Stepper } from './stepper.js';

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const SHARE = 40;

liveForm('paths', (part) => {
  const root = part.querySelector('[data-stepper]');
  if (!root) return undefined;
  const rows = [...part.querySelectorAll('[data-row]')];
  const headings = [...rows[0].closest('table').querySelectorAll('thead th')].map((th) => th.textContent);
  const now = root.querySelector('[data-now]');
  const name = now.querySelector('strong').textContent.split(',')[0];
  root.querySelectorAll('[data-still]').forEach((still) => still.remove());
  const stepper = new Stepper(
    root,
    (step, playing) => {
      for (const track of root.querySelectorAll('[data-track]')) {
        const points = track.dataset.points.split(' ').slice(0, step + 1);
        track.setAttribute('points', points.join(' '));
        const walker = root.querySelector(`[data-walker="${track.dataset.track}"]`);
        walker.setAttribute('transform', `translate(${points.at(-1).replace(',', ' ')})`);
      }
      for (const cell of root.querySelectorAll('[data-losses]')) {
        const losses = cell.dataset.losses.split(' ');
        cell.textContent = losses[Math.min(step, losses.length - 1)];
      }
      root.querySelector('[data-number-too]').textContent = step;
      const row = rows[Math.min(step, rows.length - 1)];
      rows.forEach((each) => each.classList.toggle('current', each === row));
      showIn(row.closest('.table'), row);
      draw(root, row);
      now.setAttribute('aria-live', playing ? 'off' : 'polite');
      const said = [...row.cells].slice(1).map((cell, i) => `${headings[i + 1]} ${cell.textContent}`);
      now.replaceChildren(strong(`${name}, step ${row.dataset.row}`), ` ${said.join(', ')}`);
    },
    250,
  );
  movableStart(root.querySelector('.surface'), part.querySelector('[data-live-form]'));
  return () => stepper.stop();
});

function strong(text) {
  const element = document.createElement('strong');
  element.textContent = text;
  return element;
}

// Within the table only: the page stays where it is.
function showIn(table, row) {
  const middle = row.offsetTop - table.clientHeight / 2;
  table.scrollTop = Math.max(0, middle);
}

function draw(root, row) {
  const [x, y] = row.dataset.here.split(',').map(Number);
  const terms = new Map(row.dataset.terms.split(';').map((term) => [term.split(' ')[0], term.split(' ').slice(1).map(Number)]));
  for (const line of root.querySelectorAll('[data-term]')) {
    const arrow = terms.get(line.dataset.term);
    line.setAttribute('visibility', arrow ? 'visible' : 'hidden');
    if (!arrow) continue;
    Object.entries({ x1: x, y1: y, x2: x + arrow[0], y2: y + arrow[1] }).forEach(([key, value]) => line.setAttribute(key, value));
  }
}

function movableStart(surface, form) {
  const [left, right, bottom, top] = surface.dataset.window.split(' ').map(Number);
  const { x, y } = form.elements;
  const move = (toX, toY) => {
    x.value = within(toX, left, right);
    y.value = within(toY, bottom, top);
    x.dispatchEvent(new Event('change', { bubbles: true }));
  };
  surface.addEventListener('click', (event) => {
    const box = surface.getBoundingClientRect();
    move(left + ((event.clientX - box.left) / box.width) * (right - left), top - ((event.clientY - box.top) / box.height) * (top - bottom));
  });
  surface.addEventListener('keydown', (event) => {
    if (!(event.key in MOVES)) return;
    event.preventDefault();
    const by = (right - left) / SHARE;
    move(Number(x.value) + MOVES[event.key][0] * by, Number(y.value) + MOVES[event.key][1] * by);
  });
}

function within(value, least, most) {
  return Number(Math.min(most, Math.max(least, value)).toFixed(2));
}
