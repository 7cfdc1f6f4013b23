// Saves an answer while it is being given, one request at a time, and says truthfully what is saved.
const TYPING = 700;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 8_000;

export class Autosave {
  constructor(form, clock) {
    this.form = form;
    this.clock = clock;
    this.sign = form.querySelector('[data-saved]');
    this.saved = this.#content();
    form.addEventListener('input', () => this.#changed(TYPING));
    form.addEventListener('change', () => this.#changed(0));
    document.addEventListener('visibilitychange', () => document.hidden && this.flush());
    window.addEventListener('pagehide', () => this.flush());
    window.addEventListener('online', () => this.save());
    form.addEventListener('submit', () => (this.leaving = true));
  }

  get pending() {
    return this.#content() !== this.saved;
  }

  // Saves what is not saved yet, also while the page goes away.
  flush() {
    if (this.pending && !this.leaving) this.save();
  }

  async save() {
    clearTimeout(this.timer);
    if (this.stopped || this.busy || !this.pending) return;
    const content = this.#content();
    // The same content is the same request, however often it has to be sent.
    if (this.sending !== content) {
      this.sending = content;
      this.key = crypto.randomUUID();
    }
    this.busy = true;
    this.#say('Saving …');
    const body = new URLSearchParams(content);
    body.set('revision', this.form.elements.revision.value);
    body.set('key', this.key);
    try {
      const answer = await fetch(location.href, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body,
        keepalive: content.length < 60_000,
      });
      this.#answered(answer.status, await answer.json(), content);
    } catch {
      this.#retry();
    } finally {
      this.busy = false;
    }
    if (this.pending && !this.timer) this.#changed(TYPING);
  }

  #answered(status, body, content) {
    this.timer = undefined;
    if (body.remaining !== undefined) this.clock.correct(body.remaining);
    if (status === 200) {
      this.saved = content;
      this.retry = FIRST_RETRY;
      this.form.elements.revision.value = body.revision;
      this.#say(`Saved at ${body.time}.`);
      this.#understood(body.inputs);
    } else if (status >= 500 || status === 429) {
      this.#retry();
    } else {
      this.stopped = true;
      this.#say(`Not saved. ${body.error ?? ''}`, true);
      if (body.ended) setTimeout(() => location.assign(this.form.dataset.attempt), 4_000);
      else if (status === 409) this.#offerReload();
    }
  }

  #retry() {
    this.retry = Math.min(LONGEST_RETRY, (this.retry ?? FIRST_RETRY / 2) * 2);
    this.#say('Not saved yet: no connection to the server. It is tried again; leave this page open.', true);
    this.timer = setTimeout(() => this.save(), this.retry * (0.75 + 0.5 * Math.random()));
  }

  #changed(pause) {
    if (this.stopped) return;
    if (!this.pending) {
      this.#say('');
      return;
    }
    if (!this.busy) this.#say('Not saved yet.', true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), this.clock.seconds() < 5 ? 0 : pause);
  }

  #content() {
    const data = new URLSearchParams(new FormData(this.form));
    data.delete('revision');
    return data.toString();
  }

  #understood(inputs) {
    for (const [id, { problem, understood }] of Object.entries(inputs ?? {})) {
      const input = this.form.querySelector(`[data-input="${CSS.escape(id)}"]`);
      const said = input?.querySelector('[data-said]');
      if (said) said.textContent = problem ? `Cannot be read: ${problem}.` : understood ? `Read as ${understood}.` : '';
      const field = input?.querySelector('input:not([type]), textarea');
      if (problem) field?.setAttribute('aria-invalid', 'true');
      else field?.removeAttribute('aria-invalid');
    }
  }

  #offerReload() {
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'See the newer answer';
    this.sign.append(' ', link);
  }

  #say(text, bad = false) {
    this.sign.textContent = text;
    this.sign.classList.toggle('bad', bad);
  }
}
