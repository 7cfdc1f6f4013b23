// The pages of an attempt. Without this each page is saved by its buttons, and the server ends the attempt.
import { Answers } from './answers.js';
import { Clock } from './clock.js';
import { Question } from './question.js';
import { Walk } from './walk.js';

const LOOK_AGAIN = 3_000;

// An attempt that is open: a question, or the summary before handing in.
class Attempt {
  constructor(path) {
    this.path = path;
    this.answers = new Answers(path, {
      sending: (number) => this.#about(number)?.say('Saving …'),
      saved: (number, body, content) => {
        if (this.#about(number)) this.question.nowSaved(body, content);
        else this.question?.say(`Question ${number} is saved.`);
        this.#summary();
      },
      waits: (number, why) => {
        if (this.#about(number)) this.question.waits(why);
        else this.question?.say(`Question ${number} is not saved yet. ${why} It is tried again.`, true);
        this.#summary();
      },
      refused: (number, why, status) => {
        if (this.#about(number)) this.question.refused(why, status);
        else this.question?.say(`Question ${number} was not saved. ${why ?? ''}`, true);
      },
      remaining: (millis) => this.clock.correct(millis),
      ended: (why) => this.#ended(why),
    });
    this.clock = new Clock(path, { onOver: () => this.#timeIsUp() });
    this.#shown();
    if (document.querySelector('nav.stops')) this.walk = new Walk(path, () => this.#shown());
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#flush() : this.clock.ask()));
    window.addEventListener('pagehide', () => this.#flush());
    window.addEventListener('beforeunload', (event) => {
      this.question?.keep();
      if (this.answers.size > 0 && !this.leaving) event.preventDefault();
    });
  }

  #about(number) {
    return this.question?.number === number ? this.question : undefined;
  }

  #shown() {
    this.clock.attach(document.querySelector('[data-clock]'));
    const form = document.querySelector('form[data-question]');
    this.question = form ? new Question(form, this.answers, this.clock) : undefined;
    form?.addEventListener('submit', (event) => this.#submitted(event));
    document.querySelector('[data-submit]')?.addEventListener('submit', (event) => this.#handIn(event));
    this.#marks();
    this.#summary();
  }

  #flush() {
    this.question?.save();
  }

  // Which answers wait, in the list of questions.
  #marks() {
    for (const stop of document.querySelectorAll('.stop')) {
      if (this.answers.content(stop.value) !== undefined) stop.classList.add('waiting');
    }
  }

  async #submitted(event) {
    const go = event.submitter?.value;
    if (!this.walk || go === undefined || go === 'report') {
      this.leaving = true;
      return;
    }
    event.preventDefault();
    if (go === 'clear') {
      this.question.clear();
      return;
    }
    const saved = this.question.save();
    if (go === 'stay') return;
    if (go === 'summary') {
      await saved;
      if (this.answers.size > 0) this.question.say(`${count(this.answers.size)} not saved yet: without a connection the summary cannot be shown.`, true);
      else this.#leaveTo(`${this.path}/summary`);
    } else if (!(await this.walk.show(go))) {
      this.question.say(`Question ${go} cannot be shown without a connection. Your answer is kept in this browser.`, true);
    }
  }

  #leaveTo(url) {
    this.leaving = true;
    location.assign(url);
  }

  // What waits here is sent first. The page is not loaded again meanwhile: that would take the place of handing in.
  async #handIn(event) {
    this.leaving = true;
    if (this.answers.size === 0) return;
    event.preventDefault();
    await this.answers.send();
    this.leaving = this.answers.size === 0;
    if (this.leaving) event.target.submit();
    else this.#summary();
  }

  #summary() {
    const notice = document.querySelector('[data-unsaved]');
    if (!notice) return;
    const hidden = this.answers.size === 0;
    if (hidden && !notice.hidden && !this.leaving) location.reload();
    notice.hidden = hidden;
    notice.textContent = `${count(this.answers.size)} of this browser not saved yet: no connection to the server. Hand in when it is back.`;
  }

  #ended(why) {
    this.question?.say(`Not saved. ${why ?? ''}`, true);
    setTimeout(() => this.#leaveTo(this.path), 4_000);
  }

  // The page says that time is over; the server knows whether it is.
  async #timeIsUp() {
    this.question?.keep();
    await Promise.race([this.answers.send(), new Promise((resolve) => setTimeout(resolve, 2_000))]);
    this.leaving = true;
    const hand = document.createElement('form');
    hand.method = 'post';
    hand.action = `${this.path}/submit`;
    const timeup = document.createElement('input');
    Object.assign(timeup, { type: 'hidden', name: 'timeup', value: 'yes' });
    hand.append(timeup);
    document.body.append(hand);
    hand.submit();
  }
}

// An attempt that has ended: what this browser still holds is sent for the ledger, and what is being graded is looked at again.
class Result {
  constructor(element) {
    new Answers(element.dataset.result, {
      ended: (why) => {
        const notice = document.createElement('p');
        notice.className = 'notice bad';
        notice.setAttribute('role', 'alert');
        notice.textContent = `An answer of this browser was not saved in time. ${why ?? ''} The ledger has it.`;
        element.after(notice);
      },
    });
  }
}

function count(answers) {
  return answers === 1 ? 'One answer is' : `${answers} answers are`;
}

// Puts the part of the page that the server has anew in the place of the one that is shown.
async function refresh(selector) {
  const shown = document.querySelector(selector);
  if (document.hidden || !shown || shown.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return;
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = parsed.querySelector(selector);
  if (fresh && !fresh.isEqualNode(shown)) shown.replaceWith(document.adoptNode(fresh));
}

const face = document.querySelector('[data-clock]');
if (face) new Attempt(face.dataset.attempt);

const result = document.querySelector('[data-result]');
if (result) new Result(result);

const again = setInterval(() => {
  if (document.querySelector('[data-awaiting]')) refresh('main');
  else clearInterval(again);
}, LOOK_AGAIN);

if (document.querySelector('[data-live]')) setInterval(() => refresh('[data-live]'), 10_000);
