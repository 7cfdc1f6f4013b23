// A line to be typed. All keys are kept, so that the server can follow how it was typed.
const BACK = '\b';

export class Typing {
  constructor(table, stage) {
    this.table = table;
    stage.append(document.getElementById('line-stage').content.cloneNode(true));
    this.stage = stage;
    this.input = stage.querySelector('input');
    this.input.addEventListener('beforeinput', (event) => {
      if (['insertFromPaste', 'insertFromDrop', 'insertReplacementText'].includes(event.inputType)) event.preventDefault();
    });
    this.input.addEventListener('input', () => this.#typed());
  }

  show(scene, before) {
    this.text = scene.text;
    this.stage.querySelector('[data-task]').textContent = scene.task;
    this.stage.querySelector('[data-text]').textContent = `Type: ${scene.text}`;
    this.line = this.stage.querySelector('[data-line]');
    this.line.classList.toggle('code', scene.task === 'Code');
    this.line.replaceChildren(...[...scene.text].map((letter) => Object.assign(document.createElement('span'), { textContent: letter })));
    if (before) {
      this.table.say('Next line.');
      this.table.sound.play('right');
    }
    this.#begin();
  }

  // The line begins anew.
  refused() {
    this.#begin();
  }

  #begin() {
    this.keys = '';
    this.value = '';
    this.sent = false;
    this.input.value = '';
    this.input.focus({ preventScroll: true });
    this.#mark();
  }

  // Whatever the keyboard did, it comes to some steps back and some letters.
  #typed() {
    const value = this.input.value;
    let same = 0;
    while (same < value.length && value[same] === this.value[same]) same++;
    this.keys += BACK.repeat(this.value.length - same) + value.slice(same);
    if (this.value.slice(0, same) && value.length > this.value.length && value[this.value.length] !== this.text[this.value.length]) {
      this.table.sound.play('wrong');
    }
    this.value = value;
    this.#mark();
    if (value === this.text && !this.sent) {
      this.sent = true;
      this.table.play('keys', this.keys);
    }
  }

  #mark() {
    [...this.line.children].forEach((letter, i) => {
      const typed = this.value[i];
      letter.className = typed === undefined ? (i === this.value.length ? 'next' : '') : typed === this.text[i] ? 'right' : 'wrong';
    });
    this.input.toggleAttribute('aria-invalid', false);
    if (!this.text.startsWith(this.value)) this.input.setAttribute('aria-invalid', 'true');
  }
}
