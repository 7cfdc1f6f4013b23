// A question on the page: what is typed goes to the answers that are to be saved, and the sign below says truthfully where it is.
const TYPING = 700;
const LONGEST_UNSENT = 4_000;

export class Question {
  constructor(form, answers, clock) {
    this.form = form;
    this.answers = answers;
    this.clock = clock;
    this.number = form.dataset.question;
    this.sign = form.querySelector('[data-saved]');
    this.saved = this.content();
    const waiting = answers.content(this.number);
    if (waiting !== undefined) {
      fill(form, waiting);
      this.say('Not saved yet.', true);
    }
    form.addEventListener('input', () => this.changed(TYPING));
    form.addEventListener('change', () => this.changed(0));
    spots(form);
  }

  // What a form would send, but for what is not part of the answer.
  content() {
    const data = new URLSearchParams(new FormData(this.form));
    for (const other of ['revision', 'report']) data.delete(other);
    return data.toString();
  }

  get pending() {
    return this.content() !== this.saved;
  }

  changed(pause) {
    if (this.lost) return;
    clearTimeout(this.timer);
    if (!this.pending) {
      this.answers.forget(this.number, this.content());
      this.say('');
      return;
    }
    this.keep();
    this.say('Not saved yet.', true);
    this.since ??= performance.now();
    const rest = Math.max(0, LONGEST_UNSENT - (performance.now() - this.since));
    const wait = this.clock.seconds() < 5 ? 0 : Math.min(pause, rest) * (1 + 0.3 * Math.random());
    this.timer = setTimeout(() => this.save(), wait);
  }

  keep() {
    if (this.pending && !this.lost) this.answers.put(this.number, this.content(), this.form.elements.revision.value);
  }

  async save() {
    clearTimeout(this.timer);
    this.since = undefined;
    this.keep();
    await this.answers.send();
  }

  clear() {
    for (const field of this.form.elements) {
      if (!field.name.startsWith('answer.')) continue;
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
      else field.value = '';
    }
    this.changed(0);
  }

  nowSaved(body, content) {
    this.saved = content;
    this.form.elements.revision.value = body.revision;
    this.#understood(body.inputs);
    if (this.pending) this.say('Not saved yet.', true);
    else this.say(`Saved at ${body.time}.`);
  }

  refused(why, status) {
    this.lost = true;
    this.say(`Not saved. ${why ?? ''}`, true);
    if (status === 409) {
      const link = document.createElement('a');
      link.href = this.form.action;
      link.textContent = 'See how it stands now';
      this.sign.append(' ', link);
    } else {
      this.lost = false;
      this.saved = undefined;
    }
  }

  waits(why) {
    this.say(`Not saved yet. ${why} It is tried again, and kept in this browser until then.`, true);
  }

  say(text, bad = false) {
    this.sign.textContent = text;
    this.sign.classList.toggle('bad', bad);
  }

  #understood(inputs) {
    for (const [id, { problem, understood }] of Object.entries(inputs ?? {})) {
      const input = this.form.querySelector(`[data-input="${CSS.escape(id)}"]`);
      const said = input?.querySelector('[data-said]');
      if (said) said.textContent = problem ? `Cannot be read: ${problem}.` : understood ? `Read as ${understood}.` : '';
      for (const field of input?.querySelectorAll('input:not([type]), textarea') ?? []) {
        if (problem) field.setAttribute('aria-invalid', 'true');
        else field.removeAttribute('aria-invalid');
      }
    }
  }
}

// Puts into a form what it would have sent.
function fill(form, content) {
  const data = new URLSearchParams(content);
  const taken = new Map();
  for (const field of form.elements) {
    if (!field.name || ['revision', 'report', 'flag', 'go'].includes(field.name)) continue;
    const values = data.getAll(field.name);
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = values.includes(field.value);
    } else {
      const index = taken.get(field.name) ?? 0;
      taken.set(field.name, index + 1);
      field.value = values[index] ?? '';
    }
  }
}

// A place on a figure can be clicked on; the list below says the same in words.
function spots(form) {
  const regions = [...form.querySelectorAll('rect[data-choose]')];
  const button = (region) => form.querySelector(`input[value="${CSS.escape(region.dataset.choose)}"]`);
  const show = () => regions.forEach((region) => region.classList.toggle('chosen', button(region).checked));
  for (const region of regions) {
    region.addEventListener('click', () => {
      button(region).checked = true;
      button(region).dispatchEvent(new Event('change', { bubbles: true }));
    });
    button(region).addEventListener('change', show);
  }
  show();
}
