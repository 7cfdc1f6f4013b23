// Players: the transcript follows the voice, and a click on a sentence goes there. The place is remembered on the server.
import { takeFormulas } from '../formulas.js';

const REMEMBER_EVERY = 5000;
const LOOK_EVERY = 5000;

// Puts a player in the place of each link that stands for one, before it comes into sight.
function bringToLife(root) {
  root.querySelectorAll('[data-player]').forEach((part) => new Player(part));
  if (root.querySelector('[data-making]')) setTimeout(lookAgain, LOOK_EVERY);
  const nearby = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        nearby.unobserve(target);
        replace(target);
      }
    },
    { rootMargin: '1000px 0px' },
  );
  root.querySelectorAll('a[data-listen]').forEach((link) => nearby.observe(link));
}

// The page of a part to listen to; null when it cannot be had.
async function load(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  takeFormulas(page);
  return page;
}

// The lesson's own transcript gives way to the one that follows the voice; without sound the link stays.
async function replace(link) {
  const part = (await load(link.href))?.querySelector('[data-player]');
  if (!part?.querySelector('audio')) return;
  for (const own of link.closest('[data-part]').querySelectorAll('details')) own.hidden = true;
  link.closest('[data-listen-here]').replaceWith(document.adoptNode(part));
  new Player(part);
}

// The page of another part, or this one anew, in the place of what is shown.
function turnTo(page, { play = false } = {}) {
  const focused = document.querySelector('main [data-player]')?.contains(document.activeElement);
  document.title = page.title;
  document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
  const player = new Player(document.querySelector('main [data-player]'), { play });
  if (focused) player.button?.focus({ preventScroll: true });
}

// A sound that is being made: the page tells how far it is, and has the player once it is there. Who reads on stays at the place.
async function lookAgain() {
  const page = document.hidden ? null : await load(location.href);
  const making = page?.querySelector('[data-making]');
  if (page && !making) {
    const read = document.querySelector('[data-transcript]').scrollTop;
    turnTo(page);
    document.querySelector('[data-transcript]').scrollTop = read;
    return;
  }
  if (making) document.querySelector('[data-making]').replaceWith(document.adoptNode(making));
  setTimeout(lookAgain, LOOK_EVERY);
}

class Player {
  constructor(part, { play = false } = {}) {
    this.part = part;
    this.audio = part.querySelector('audio');
    if (!this.audio) return;
    this.path = part.dataset.player;
    this.sentences = [...part.querySelectorAll('[data-from]')];
    this.box = part.querySelector('[data-transcript]');
    this.button = part.querySelector('[data-play]');
    this.say = part.querySelector('[data-status]');
    part.querySelectorAll('[data-controls]').forEach((each) => { each.hidden = false; });
    for (const track of this.audio.textTracks) track.mode = 'hidden';
    this.#captions();
    this.#sound();
    this.#buttons();
    this.#transcript();
    this.#resume(play);
  }

  // Of a recording nobody knows which sentence is spoken: its own captions are shown below the controls.
  #captions() {
    const line = this.part.querySelector('[data-caption]');
    const track = line && [...this.audio.textTracks].find((each) => each.kind === 'captions');
    track?.addEventListener('cuechange', () => {
      line.textContent = [...track.activeCues].map((cue) => cue.getCueAsHTML().textContent).join(' ');
    });
  }

  #sound() {
    const { audio } = this;
    audio.addEventListener('play', () => this.#started());
    audio.addEventListener('pause', () => this.#stopped());
    audio.addEventListener('seeked', () => { this.#mark(); this.#remember(); });
    audio.addEventListener('timeupdate', () => {
      this.#mark();
      if (Date.now() - (this.told ?? 0) > REMEMBER_EVERY && !audio.paused) this.#remember();
    });
    audio.addEventListener('ended', () => this.#goOn());
    audio.addEventListener('error', () => { this.say.textContent = 'The sound could not be loaded. The text is all here.'; });
    addEventListener('pagehide', () => { if (!audio.paused) this.#remember(); });
  }

  #buttons() {
    this.button.addEventListener('click', () => this.#toggle());
    for (const button of this.part.querySelectorAll('[data-skip]')) {
      button.addEventListener('click', () => this.#skip(Number(button.dataset.skip)));
    }
    const speed = this.part.querySelector('[data-speed]');
    speed.value = localStorage.getItem('descent-speed') ?? '1';
    if (!speed.value) speed.value = '1';
    this.audio.playbackRate = this.audio.defaultPlaybackRate = Number(speed.value);
    speed.addEventListener('change', () => {
      this.audio.playbackRate = this.audio.defaultPlaybackRate = Number(speed.value);
      localStorage.setItem('descent-speed', speed.value);
    });
    this.part.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('select, input')) return;
      const does = { k: () => this.#toggle(), j: () => this.#skip(-10), l: () => this.#skip(10) }[event.key.toLowerCase()];
      if (does) {
        event.preventDefault();
        does();
      }
    });
  }

  // One stop of the tab key for all sentences; arrows move within.
  #transcript() {
    if (this.sentences.length === 0) return;
    this.box.removeAttribute('tabindex');
    this.sentences.forEach((sentence, i) => {
      sentence.tabIndex = i === 0 ? 0 : -1;
      sentence.setAttribute('role', 'button');
    });
    this.box.addEventListener('click', (event) => {
      const sentence = event.target.closest('[data-from]');
      if (sentence && !event.target.closest('a') && String(getSelection()) === '') this.#goTo(sentence);
    });
    this.box.addEventListener('keydown', (event) => {
      const at = this.sentences.indexOf(event.target);
      if (at < 0) return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.#goTo(event.target);
        return;
      }
      const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: this.sentences.length - 1 }[event.key];
      const next = this.sentences[to];
      if (next) {
        event.preventDefault();
        event.target.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      }
    });
  }

  #resume(play) {
    const position = Number(this.part.dataset.position) / 1000;
    const begin = () => {
      if (position > 1 && position < this.audio.duration - 2) this.audio.currentTime = position;
      if (play) this.audio.play().catch(() => {});
    };
    if (this.audio.readyState >= HTMLMediaElement.HAVE_METADATA) begin();
    else this.audio.addEventListener('loadedmetadata', begin, { once: true });
  }

  #toggle() {
    if (this.audio.paused) this.audio.play().catch((problem) => { this.say.textContent = problem.message; });
    else this.audio.pause();
  }

  #skip(seconds) {
    this.audio.currentTime = Math.max(0, Math.min(this.audio.duration || 0, this.audio.currentTime + seconds));
  }

  #goTo(sentence) {
    this.audio.currentTime = Number(sentence.dataset.from) / 1000;
    if (this.audio.paused) this.#toggle();
  }

  #started() {
    this.button.textContent = 'Pause';
    for (const other of document.querySelectorAll('audio')) if (other !== this.audio) other.pause();
    if (!('mediaSession' in navigator)) return;
    const { title, album } = this.part.dataset;
    navigator.mediaSession.metadata = new MediaMetadata({ title, album });
    navigator.mediaSession.setActionHandler('play', () => this.audio.play());
    navigator.mediaSession.setActionHandler('pause', () => this.audio.pause());
    navigator.mediaSession.setActionHandler('seekbackward', () => this.#skip(-10));
    navigator.mediaSession.setActionHandler('seekforward', () => this.#skip(10));
  }

  #stopped() {
    this.button.textContent = 'Play';
    this.#remember();
  }

  // The sentence that is heard, or the last one before a pause.
  #mark() {
    const now = this.audio.currentTime * 1000 + 1;
    const current = this.sentences.findLast((sentence) => Number(sentence.dataset.from) <= now);
    if (current === this.current) return;
    this.current?.removeAttribute('aria-current');
    this.current = current;
    current?.setAttribute('aria-current', 'true');
    if (current && this.part.querySelector('[data-follow]').checked) this.#show(current);
  }

  // Moves the transcript, never the page.
  #show(sentence) {
    const box = this.box.getBoundingClientRect();
    const place = sentence.getBoundingClientRect();
    if (place.top < box.top + 40 || place.bottom > box.bottom - 40) {
      this.box.scrollTop += place.top - box.top - box.height / 3;
    }
  }

  #remember(millis = Math.round(this.audio.currentTime * 1000)) {
    if (!this.audio.isConnected || millis === this.remembered) return;
    this.told = Date.now();
    this.remembered = millis;
    fetch(`${this.path}/position`, { method: 'POST', body: new URLSearchParams({ millis }), keepalive: true }).catch(() => {});
  }

  // Heard to the end: the next time from the beginning; now the page of the next part.
  async #goOn() {
    this.#remember(0);
    const { next } = this.part.dataset;
    if (!next || this.part.closest('[data-part]')) return;
    const page = await load(next);
    if (!page?.querySelector('[data-player] audio')) return;
    history.replaceState(null, '', next);
    turnTo(page, { play: true });
  }
}

bringToLife(document);
