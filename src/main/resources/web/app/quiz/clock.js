// The time that an attempt has left: told by the server, counted on by a clock that nobody can set back.
const THRESHOLDS = [600, 300, 60, 30];
const EVERY = 8_000;

export class Clock {
  constructor(attempt, { onOver = () => {} } = {}) {
    this.attempt = attempt;
    this.onOver = onOver;
    this.timer = setInterval(() => this.#show(), 500);
    this.#askLater();
  }

  // Shows itself in the page's clock, which tells how much time is left.
  attach(element) {
    this.element = element;
    this.left = element.querySelector('[data-left]');
    this.announce = element.querySelector('[data-announce]');
    this.#addSwitch();
    this.correct(Number(element.dataset.remaining));
  }

  // What the server says; a page that has been told more time than before goes on.
  correct(remaining) {
    this.end = performance.now() + remaining;
    this.over = false;
    this.#show();
  }

  seconds() {
    return Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
  }

  async ask() {
    try {
      const answer = await fetch(`${this.attempt}/time`, { headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      const { open, remaining } = await answer.json();
      if (!open) {
        location.assign(this.attempt);
        return;
      }
      this.correct(remaining);
    } catch {
      // No connection: the count goes on, and it is asked again.
    }
  }

  #askLater() {
    setTimeout(async () => {
      if (!document.hidden) await this.ask();
      this.#askLater();
    }, EVERY * (0.85 + 0.3 * Math.random()));
  }

  #show() {
    if (!this.element) return;
    const seconds = this.seconds();
    this.left.textContent = `${words(seconds)} left`;
    this.element.classList.toggle('short', seconds <= 60);
    const passed = THRESHOLDS.filter((threshold) => seconds <= threshold).length;
    if (this.passed !== undefined && passed > this.passed) this.announce.textContent = `${words(seconds)} left`;
    this.passed = passed;
    if (seconds === 0 && !this.over) {
      this.over = true;
      this.onOver();
    }
  }

  // Some work better without a clock before their eyes.
  #addSwitch() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button quiet';
    const show = (shown) => {
      this.left.hidden = !shown;
      button.textContent = shown ? 'Hide the time' : 'Show the time';
      button.setAttribute('aria-pressed', String(!shown));
    };
    let shown = localStorage.getItem('descent.clock') !== 'hidden';
    button.addEventListener('click', () => {
      shown = !shown;
      localStorage.setItem('descent.clock', shown ? 'shown' : 'hidden');
      show(shown);
    });
    show(shown);
    this.element.append(button);
  }
}

function words(seconds) {
  const two = (n) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
