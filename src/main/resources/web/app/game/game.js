// A game under way: the server keeps it and its clock; this shows it and sends the moves, one after the other.
import { Pairs } from './pairs.js';
import { Questions } from './questions.js';
import { Sound } from './sound.js';
import { Typing } from './typing.js';

const STAGES = { pairs: Pairs, maths: Questions, typing: Typing, words: Questions };
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 8_000;
const COUNTED_DOWN = 120_000;
const WARNING = 10;

class Table {
  constructor(element) {
    this.element = element;
    this.address = element.dataset.game;
    this.kind = this.address.split('/').at(-2);
    this.pauseButton = this.#part('pause');
    this.sound = new Sound(this.#part('sound'));
    this.sent = Promise.resolve();
    this.pauseButton.addEventListener('click', () => this.play(this.view.paused ? 'resume' : 'pause'));
  }

  async open() {
    this.#show(await this.#request('state', {}));
    if (this.view) this.timer = setInterval(() => this.#tick(), 250);
  }

  // Sends a move behind those that are on their way.
  play(move, value = '') {
    this.sent = this.sent.then(() => this.#send(move, value));
    return this.sent;
  }

  say(text) {
    this.#part('said').textContent = text;
  }

  async #send(move, value) {
    if (this.view.over) return;
    const body = JSON.stringify({ number: this.view.number, move, value });
    const view = await this.#request('moves', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    if (view) this.#show(view);
  }

  // The same move sent again counts once, so it is sent until there is an answer.
  async #request(what, options) {
    for (let wait = FIRST_RETRY; ; wait = Math.min(LONGEST_RETRY, 2 * wait)) {
      try {
        const answer = await fetch(`${this.address}/${what}`, {
          ...options,
          headers: { Accept: 'application/json', ...options.headers },
        });
        if (answer.ok) {
          this.#trouble('');
          return await answer.json();
        }
        if (answer.status < 500 && answer.status !== 429) {
          this.#trouble((await answer.json()).error ?? 'The server refuses this.');
          if (answer.status === 422) this.stage?.refused?.();
          return undefined;
        }
      } catch {
        // No connection: told below, and tried again.
      }
      this.#trouble('No connection to the server. It is tried again; leave this page open.');
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }

  #show(view) {
    if (!view) return;
    if (view.over) {
      clearInterval(this.timer);
      location.reload();
      return;
    }
    const before = this.view;
    this.view = view;
    this.seen = performance.now();
    this.#part('score').textContent = view.score;
    this.#tick();
    this.pauseButton.disabled = !view.paused && view.pausesLeft === 0;
    this.pauseButton.textContent = view.paused ? 'Go on' : `Pause (${view.pausesLeft} left)`;
    const stage = this.#part('stage');
    if (view.paused) {
      this.stage = undefined;
      stage.replaceChildren(Object.assign(document.createElement('p'), { className: 'lead', textContent: 'Paused. The clock stands still; what was on the screen is given up.' }));
      this.say('');
      this.pauseButton.focus();
      return;
    }
    if (!this.stage) {
      stage.replaceChildren();
      this.stage = new STAGES[this.kind](this, stage);
    }
    this.#part('place').textContent = view.scene.place ?? '';
    this.stage.show(view.scene, before?.paused ? undefined : before?.scene);
  }

  #tick() {
    const running = this.view.paused ? 0 : performance.now() - this.seen;
    const played = this.view.played + running;
    const down = this.view.limit <= COUNTED_DOWN;
    const seconds = down ? Math.max(0, Math.ceil((this.view.limit - played) / 1000)) : Math.floor(played / 1000);
    const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    this.#part('time').textContent = shown;
    this.#part('time-words').textContent = down ? 'left' : 'played';
    if (down && seconds === WARNING && !this.warned) {
      this.warned = true;
      this.say(`${WARNING} seconds left.`);
    }
    if (played >= this.view.limit && !this.ending) {
      this.ending = true;
      this.#end();
    }
  }

  // The server knows whether it is over.
  async #end() {
    await this.sent;
    this.#show(await this.#request('state', {}));
    this.ending = false;
  }

  #trouble(text) {
    this.#part('trouble').textContent = text;
  }

  #part(name) {
    return this.element.querySelector(`[data-${name}]`);
  }
}

const element = document.querySelector('[data-game]');
if (element) new Table(element).open();
