// How often examples of a class were taken for which, with the share of right ones.
import { h } from '../dom.js';
import { className } from './surface.js';

export function confusion(element, snapshot, examples) {
  element.replaceChildren(...snapshot.confusion.map(({ set, counts }) => matrix(set, counts, examples)));
}

function matrix(set, counts, examples) {
  const all = counts.flat().reduce((a, b) => a + b, 0);
  const right = counts.reduce((sum, row, i) => sum + row[i], 0);
  const most = Math.max(...counts.flat());
  const caption = `${set === 'train' ? 'Training' : 'Validation'}: ${right} of ${all} right (${((100 * right) / all).toFixed(1)} %)`;
  return h(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'confusion' },
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'is \\ taken for'), ...counts.map((_, j) => h('th', { scope: 'col' }, className(examples, j))))),
      h(
        'tbody',
        {},
        ...counts.map((row, i) =>
          h('tr', {}, h('th', { scope: 'row' }, className(examples, i)), ...row.map((count, j) => cell(count, most, i === j))),
        ),
      ),
    ),
  );
}

function cell(count, most, right) {
  return h('td', { class: `number shade-${Math.ceil((4 * count) / most)}${right ? ' right-one' : ''}` }, String(count));
}
