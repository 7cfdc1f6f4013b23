// Which step of the recorded runs is looked at: a slider that can play.
import { h } from '../dom.js';

const FRAME = 60;

export class Timeline {
  constructor(element, changed) {
    this.changed = changed;
    this.steps = [0];
    this.slider = h('input', { type: 'range', min: 0, max: 0, step: 1, value: 0, oninput: () => this.#moved() });
    this.said = h('output', {});
    this.button = h('button', { type: 'button', class: 'button', onclick: () => this.#toggle() }, 'Play');
    this.follows = true;
    element.replaceChildren(this.button, h('label', {}, h('span', { class: 'visually-hidden' }, 'Step that is looked at'), this.slider), this.said);
    this.#say();
  }

  // The steps at which points were recorded; follows the end while it grows, until somebody looks elsewhere.
  show(steps) {
    const at = this.step;
    this.steps = steps.length ? steps : [0];
    this.slider.max = this.steps.length - 1;
    this.slider.value = this.follows ? this.steps.length - 1 : Math.max(0, this.steps.findLastIndex((step) => step <= at));
    this.#say();
  }

  get step() {
    return this.steps[Number(this.slider.value)] ?? 0;
  }

  goTo(step) {
    this.slider.value = Math.max(0, this.steps.findLastIndex((each) => each <= step));
    this.#moved();
  }

  #moved() {
    this.follows = Number(this.slider.value) === this.steps.length - 1;
    this.#say();
    this.changed();
  }

  #say() {
    this.said.textContent = `step ${this.step.toLocaleString('en')}`;
    this.slider.setAttribute('aria-valuetext', this.said.textContent);
  }

  #toggle() {
    if (this.timer) return this.#stop();
    if (Number(this.slider.value) === this.steps.length - 1) this.goTo(0);
    this.button.textContent = 'Pause';
    this.timer = setInterval(() => {
      this.slider.value = Number(this.slider.value) + 1;
      this.#moved();
      if (Number(this.slider.value) >= this.steps.length - 1) this.#stop();
    }, FRAME);
  }

  #stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.button.textContent = 'Play';
  }
}
