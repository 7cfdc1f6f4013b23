// Goes through numbered steps by buttons, slider, keys and by itself; the address keeps the place.
const PAUSE = 900;

export class Stepper {
  // show(step, playing) draws a step; root holds what templates/experiment/stepper-controls.html made.
  constructor(root, show, pause = PAUSE) {
    this.last = Number(root.dataset.stepper);
    this.show = show;
    this.pause = pause;
    this.slider = root.querySelector('[data-slider] input');
    this.number = root.querySelector('[data-number]');
    this.playButton = root.querySelector('[data-play]');
    this.step = Number(this.slider.value);
    for (const hidden of root.querySelectorAll('[data-slider], [data-play]')) hidden.hidden = false;
    this.slider.addEventListener('input', () => this.#by(() => Number(this.slider.value)));
    this.playButton.addEventListener('click', () => (this.timer ? this.stop() : this.play()));
    for (const button of root.querySelectorAll('[data-go], [data-to]')) {
      button.addEventListener('click', (event) => {
        event.preventDefault();
        const { go, to } = button.dataset;
        this.#by(() => (to === undefined ? this.step + Number(go) : Number(to)));
      });
    }
    root.querySelector('.step-controls').addEventListener('keydown', (event) => this.#key(event));
    this.show(this.step, false);
  }

  // On buttons the keys do what they do on the slider.
  #key(event) {
    const goes = { ArrowRight: this.step + 1, ArrowLeft: this.step - 1, Home: 0, End: this.last };
    if (event.target === this.slider || !(event.key in goes)) return;
    event.preventDefault();
    this.#by(() => goes[event.key]);
  }

  #by(step) {
    this.stop();
    this.go(step());
  }

  go(step, playing = false) {
    this.step = Math.min(this.last, Math.max(0, step));
    this.slider.value = this.step;
    this.number.textContent = this.step;
    this.show(this.step, playing);
    if (!playing) this.#keep();
  }

  #keep() {
    const address = new URL(location.href);
    address.searchParams.set('step', this.step);
    history.replaceState(null, '', address);
  }

  play() {
    if (this.step === this.last) this.go(0, true);
    this.playButton.textContent = 'Pause';
    this.timer = setInterval(() => {
      if (this.step >= this.last - 1) this.stop();
      this.go(this.step + 1, this.timer !== null);
    }, this.pause);
  }

  stop() {
    if (this.timer) this.#keep();
    clearInterval(this.timer);
    this.timer = null;
    this.playButton.textContent = 'Play';
  }
}
