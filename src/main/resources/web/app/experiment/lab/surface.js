// What a network answers over the plane of its data, with the data on it.
import { coloursOf, css, mixed, rgb, sharp } from '../colours.js';
import { brief, exact, extent } from '../numbers.js';
import { h, table } from '../dom.js';

const SIDE = 340;
const COARSE = 7;

// What a snapshot keeps of a surface, with its numbers: {columns, rows, left, right, bottom, top, values, certainty}, the last
// one empty where there is one output.
export function answersOf({ values, certainty, ...frame }) {
  return { ...frame, values: numbers(values), certainty: certainty ? numbers(certainty) : [] };
}

// Each is kept as one of the levels from the lowest to the highest, in so many bytes.
function numbers({ low, high, bytes, cells }) {
  const text = atob(cells);
  const most = 256 ** bytes - 1;
  return Array.from({ length: text.length / bytes }, (_, i) => {
    let level = 0;
    for (let b = 0; b < bytes; b += 1) level = 256 * level + text.charCodeAt(bytes * i + b);
    return low + ((high - low) * level) / most;
  });
}

// answers: as above; examples: as /lab/examples says.
// range: [low, high] of a single output, for its colours.
export function drawSurface(canvas, answers, examples, range) {
  const pen = sharp(canvas, SIDE, SIDE);
  const look = coloursOf(canvas.parentElement);
  const ink = look('--ink');
  pen.clearRect(0, 0, SIDE, SIDE);
  if (answers?.rows === 1) drawCurve(pen, answers, examples, look);
  else {
    if (answers) drawCells(pen, answers, look, range);
    drawExamples(pen, answers ?? frameOf(examples), examples, look, ink, range);
  }
}

function frameOf(examples) {
  const spans = [0, 1].map((k) => {
    const [low, high] = extent(examples.rows.map((row) => row[k]));
    return [low - 0.05 * (high - low), high + 0.05 * (high - low)];
  });
  const [[left, right], [bottom, top]] = spans;
  return { left, right, bottom, top };
}

function series(look, count) {
  return Array.from({ length: count }, (_, i) => rgb(look(`--series-${(i % 6) + 1}`)));
}

function drawCells(pen, answers, look, range) {
  const { columns, rows, values, certainty } = answers;
  const paper = rgb(look('--surface'));
  const classes = series(look, 6);
  const [width, height] = [SIDE / columns, SIDE / rows];
  values.forEach((value, i) => {
    const colour = certainty.length ? mixed(paper, classes[value % 6], 0.15 + 0.5 * sure(certainty[i])) : between(value, range, paper, classes);
    pen.fillStyle = css(colour);
    const [column, row] = [i % columns, Math.floor(i / columns)];
    pen.fillRect(Math.floor(column * width), Math.floor(SIDE - (row + 1) * height), Math.ceil(width) + 1, Math.ceil(height) + 1);
  });
}

function sure(certainty) {
  return Math.min(1, Math.max(0, certainty));
}

// Low values take the first colour, high ones the second, the middle none.
function between(value, [low, high], paper, classes) {
  const place = Math.min(1, Math.max(-1, (2 * (value - low)) / (high - low || 1) - 1));
  return mixed(paper, classes[place < 0 ? 0 : 1], 0.65 * Math.abs(place));
}

function drawExamples(pen, frame, examples, look, ink, range) {
  const classes = series(look, 6);
  const paper = rgb(look('--surface'));
  examples.rows.forEach((row, i) => {
    const target = row[examples.inputs];
    const x = ((row[0] - frame.left) / (frame.right - frame.left)) * SIDE;
    const y = SIDE - ((row[1] - frame.bottom) / (frame.top - frame.bottom)) * SIDE;
    pen.fillStyle = css(examples.classes ? classes[target % 6] : between(target, range ?? spanOf(examples), paper, classes));
    // Those kept for validation are hollow.
    shape(pen, examples.classes ? target : 0, x, y, 3.2);
    if (i < examples.training) pen.fill();
    pen.strokeStyle = i < examples.training ? css(paper) : pen.fillStyle;
    pen.lineWidth = i < examples.training ? 0.6 : 1.2;
    if (!examples.classes) pen.strokeStyle = ink;
    pen.stroke();
  });
}

export function spanOf(examples) {
  return extent(examples.rows.map((row) => row[examples.inputs]));
}

// Classes differ by shape too: circle, triangle, square, diamond, triangle on its head.
function shape(pen, target, x, y, r) {
  const corners = [null, [-90, 30, 150], [-135, -45, 45, 135], [-90, 0, 90, 180], [90, 210, 330]][target % 5];
  pen.beginPath();
  if (!corners) pen.arc(x, y, r, 0, 2 * Math.PI);
  else {
    corners.forEach((angle, i) => {
      const [px, py] = [x + 1.25 * r * Math.cos((angle * Math.PI) / 180), y + 1.25 * r * Math.sin((angle * Math.PI) / 180)];
      if (i === 0) pen.moveTo(px, py);
      else pen.lineTo(px, py);
    });
    pen.closePath();
  }
}

function drawCurve(pen, answers, examples, look) {
  const [bottom, top] = extent([...spanOf(examples), ...answers.values].filter(Number.isFinite));
  const x = (value) => ((value - answers.left) / (answers.right - answers.left)) * SIDE;
  const y = (value) => SIDE - 8 - ((value - bottom) / (top - bottom || 1)) * (SIDE - 16);
  pen.fillStyle = look('--series-2');
  examples.rows.forEach(([input, target], i) => {
    pen.globalAlpha = i < examples.training ? 0.8 : 0.35;
    pen.beginPath();
    pen.arc(x(input), y(target), 2.5, 0, 2 * Math.PI);
    pen.fill();
  });
  pen.globalAlpha = 1;
  pen.strokeStyle = look('--series-1');
  pen.lineWidth = 2.5;
  pen.beginPath();
  answers.values.forEach((value, i) => {
    const at = x(answers.left + ((i + 0.5) * (answers.right - answers.left)) / answers.columns);
    if (i === 0) pen.moveTo(at, y(value));
    else pen.lineTo(at, y(value));
  });
  pen.stroke();
}

// The same in words and numbers: a coarse grid of answers.
export function surfaceInNumbers(answers, examples) {
  const { columns, rows, left, right, bottom, top, values, certainty } = answers;
  const places = (count) => Array.from({ length: Math.min(COARSE, count) }, (_, i, all = Math.min(COARSE, count)) => Math.floor(((i + 0.5) * count) / all));
  const centre = (low, high, i, count) => brief(low + ((i + 0.5) * (high - low)) / count);
  const answer = (value, i) => (certainty.length ? `${className(examples, value)} (${brief(certainty[i])})` : exact(value));
  const head = places(columns).map((c) => `x1 = ${centre(left, right, c, columns)}`);
  const lines = places(rows)
    .reverse()
    .map((r) => [rows === 1 ? 'output' : `x2 = ${centre(bottom, top, r, rows)}`, ...places(columns).map((c) => answer(values[r * columns + c], r * columns + c))]);
  return table('Answers over the plane', ['', ...head], lines);
}

export function className(examples, number) {
  return examples.classNames[number] ?? `class ${number}`;
}

// Which shape and colour is which class.
export function legend(examples) {
  if (!examples.classes) return h('p', { class: 'meta' }, 'Examples by their target; filled ones are trained on, hollow ones kept for validation.');
  const names = ['circles', 'triangles', 'squares', 'diamonds', 'triangles on their heads'];
  const list = Array.from({ length: examples.classes }, (_, i) => `${className(examples, i)}: ${names[i % 5]}`);
  return h('p', { class: 'meta' }, `${list.join(', ')}. Filled: trained on; hollow: kept for validation.`);
}
