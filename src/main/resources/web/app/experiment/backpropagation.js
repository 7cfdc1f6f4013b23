// Backpropagation, step by step: the page holds all steps; this shows one after the other.
import { liveForm } from './live-form.js';
import { Stepper } from './stepper.js';

liveForm('backpropagation', (part) => {
  const root = part.querySelector('[data-stepper]');
  if (!root) return undefined;
  const now = root.querySelector('[data-now]');
  const graph = root.querySelector('.graph');
  const stepper = new Stepper(root, (step, playing) => {
    for (const mark of root.querySelectorAll('[data-from]')) {
      const { from, until } = mark.dataset;
      mark.setAttribute('visibility', step >= from && step < until ? 'visible' : 'hidden');
    }
    let current = null;
    for (const mark of root.querySelectorAll('[data-at]')) {
      const is = mark.dataset.at.split(' ').includes(String(step));
      mark.classList.toggle('current', is);
      if (is) current = mark;
    }
    // While it plays a voice would come too late with every step.
    now.setAttribute('aria-live', playing ? 'off' : 'polite');
    const words = root.querySelector(`[data-step="${step}"]`);
    if (now.textContent.trim() !== words.textContent.trim()) {
      now.replaceChildren(...words.cloneNode(true).childNodes);
    }
    if (current) bringIntoSight(graph, current);
  });
  return () => stepper.stop();
});

// Sideways only, and only where the picture is wider than the screen.
function bringIntoSight(graph, mark) {
  if (graph.scrollWidth <= graph.clientWidth) return;
  const [frame, box] = [graph, mark].map((each) => each.getBoundingClientRect());
  const left = graph.scrollLeft + box.left + box.width / 2 - frame.left - frame.width / 2;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  graph.scrollTo({ left, behavior: calm ? 'instant' : 'smooth' });
}
