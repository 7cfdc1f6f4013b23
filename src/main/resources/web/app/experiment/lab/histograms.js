// How a layer's weights, gradients and outputs spread, as a table of small pictures with their ends and middle in numbers.
import { exact } from '../numbers.js';
import { h, svg } from '../dom.js';

const [WIDTH, HEIGHT] = [120, 44];
const KINDS = ['weights', 'gradients', 'outputs'];

export function histograms(element, snapshot) {
  const layers = [...new Set(snapshot.histograms.map((each) => each.layer))];
  element.replaceChildren(
    h(
      'div',
      { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'How weights, gradients and outputs spread' },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...['Layer', ...KINDS].map((text) => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, ...layers.map((layer) => h('tr', {}, h('th', { scope: 'row' }, layer), ...KINDS.map((of) => cell(snapshot, layer, of))))),
      ),
    ),
  );
}

function cell(snapshot, layer, of) {
  const found = snapshot.histograms.find((each) => each.layer === layer && each.of === of);
  if (!found) return h('td', {}, '–');
  const all = found.counts.reduce((a, b) => a + b, 0);
  const middle = median(found, all);
  return h(
    'td',
    { class: 'histogram' },
    bars(found.counts, `${layer}, ${of}: from ${exact(found.low)} to ${exact(found.high)}, half of ${all} below ${exact(middle)}`),
    h('span', { class: 'meta' }, `${exact(found.low)} … ${exact(middle)} … ${exact(found.high)}`),
  );
}

function bars(counts, label) {
  const most = Math.max(...counts);
  const width = WIDTH / counts.length;
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    ...counts.map((count, i) => {
      const height = (count / most) * HEIGHT;
      return svg('rect', { x: i * width, y: HEIGHT - height, width: Math.max(0.5, width - 0.5), height });
    }),
  );
}

// By the bin in which it lies.
function median({ low, high, counts }, all) {
  let below = 0;
  const bin = counts.findIndex((count) => {
    below += count;
    return 2 * below >= all;
  });
  return low + ((bin + 0.5) * (high - low)) / counts.length;
}
