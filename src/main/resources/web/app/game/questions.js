// One question after the other: return answers, escape gives up. On touch screens numbers have keys of their own.
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '−', '0', '.'];

export class Questions {
  constructor(table, stage) {
    this.table = table;
    stage.append(document.getElementById('question-stage').content.cloneNode(true));
    this.form = stage.querySelector('form');
    this.input = stage.querySelector('input');
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const answer = this.input.value.trim();
      if (answer && !this.waiting) this.#send('answer', answer);
    });
    this.form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.repeat) this.#skip();
    });
    stage.querySelector('[data-skip]').addEventListener('click', () => this.#skip());
    if (table.kind === 'maths') this.#numbers(stage.querySelector('.keypad'));
  }

  show(scene, before) {
    for (const part of ['task', 'hint', 'text']) {
      this.form.querySelector(`[data-${part}]`).textContent = scene[part];
    }
    this.form.classList.toggle('letters', scene.task !== 'Which word is meant?' && this.table.kind === 'words');
    this.input.value = '';
    this.input.focus({ preventScroll: true });
    if (before && scene.said) this.#tell(scene.said);
  }

  // What was typed stays, to be looked at again.
  refused() {
    this.input.focus();
  }

  #tell({ right, text, answer }) {
    this.table.sound.play(right ? 'right' : 'wrong');
    if (right) this.table.say(`Right: ${answer}`);
    else if (answer) this.table.say(`${text.endsWith('?') ? `${text} ` : ''}It was ${answer}.`);
    else this.table.say(`Not “${text}”. Try again.`);
    this.table.element.querySelector('[data-said]').dataset.right = right;
  }

  #skip() {
    if (!this.waiting) this.#send('skip', '');
  }

  async #send(move, value) {
    this.waiting = true;
    await this.table.play(move, value);
    this.waiting = false;
  }

  #numbers(pad) {
    if (!matchMedia('(hover: none)').matches) {
      this.input.inputMode = 'decimal';
      return;
    }
    pad.hidden = false;
    this.input.inputMode = 'none';
    const key = (text, name, act) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
      button.setAttribute('aria-label', name);
      // The field keeps the focus.
      button.addEventListener('pointerdown', (event) => event.preventDefault());
      button.addEventListener('click', act);
      pad.append(button);
    };
    for (const text of KEYS) key(text, text === '−' ? 'minus' : text, () => (this.input.value += text));
    key('⌫', 'delete', () => (this.input.value = this.input.value.slice(0, -1)));
  }
}
