// Cards face down; a click, space or return turns one, the arrow keys lead from one to the next.
const STEPS = { ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: (columns) => -columns, ArrowDown: (columns) => columns };

export class Pairs {
  constructor(table, stage) {
    this.table = table;
    this.grid = document.createElement('ul');
    this.grid.className = 'pairs';
    this.grid.addEventListener('keydown', (event) => this.#move(event));
    stage.append(this.grid);
  }

  show(scene, before) {
    if (!this.cards) this.#lay(scene.cards.length);
    scene.cards.forEach((card, i) => this.#turn(this.cards[i], card, i));
    const count = (cards, state) => cards.filter((card) => card.state === state).length;
    if (!before) return;
    if (count(scene.cards, 'found') > count(before.cards, 'found')) {
      this.table.say('A pair.');
      this.table.sound.play('right');
    } else if (count(scene.cards, 'open') === 2) {
      this.table.say(`No pair: ${scene.cards.filter((card) => card.state === 'open').map((card) => card.text).join(' – ')}`);
      this.table.sound.play('wrong');
    } else {
      this.table.say(scene.cards.find((card) => card.state === 'open')?.text ?? '');
    }
  }

  #lay(length) {
    this.cards = Array.from({ length }, (_, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.addEventListener('click', () => {
        if (!this.#liesOpen(button)) this.table.play('turn', String(i));
      });
      const place = document.createElement('li');
      place.append(button);
      this.grid.append(place);
      return button;
    });
    this.cards[0].focus({ preventScroll: true });
  }

  // One of two that do not belong together may be turned again.
  #liesOpen({ dataset: { state } }) {
    return state === 'found' || (state === 'open' && this.grid.querySelectorAll('[data-state=open]').length === 1);
  }

  #turn(button, card, i) {
    if (button.dataset.state === card.state) return;
    button.dataset.state = card.state;
    button.textContent = card.state === 'down' ? String(i + 1) : card.text;
    button.classList.toggle('term', card.task === 'Term');
    const words = { down: 'face down', open: `${card.task}: ${card.text}`, found: `found. ${card.task}: ${card.text}` };
    button.setAttribute('aria-label', `Card ${i + 1}, ${words[card.state]}`);
    if (card.state === 'found') button.setAttribute('aria-disabled', 'true');
  }

  #move(event) {
    const step = STEPS[event.key];
    const here = this.cards.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    const columns = getComputedStyle(this.grid).gridTemplateColumns.split(' ').length;
    this.cards[here + step(columns)]?.focus();
  }
}
