// What is typed is kept as a draft on the server, and in this browser until the server has it.
import { reasonOf } from './answer.js';

const PAUSE = 1200;

// A browser may refuse to keep anything: the server has the draft a moment later.
function inBrowser(deed) {
  try {
    return deed(localStorage);
  } catch {
    return null;
  }
}

export function keepDrafts(form) {
  const field = form.elements.text;
  const status = form.querySelector('[data-status]');
  const key = `descent-draft ${form.dataset.path}`;
  let timer;
  let sent = field.value;

  const say = (words) => {
    status.textContent = words;
  };

  // One after the other: on a slow network an earlier text could arrive last, and stay.
  let saving = Promise.resolve();
  const save = () => {
    saving = saving.then(saveNow);
  };

  const saveNow = async () => {
    const text = field.value;
    if (text === sent) return;
    try {
      const answer = await fetch(form.dataset.drafts, {
        method: 'POST',
        body: new URLSearchParams({ text, base: form.elements.base.value }),
        headers: { Accept: 'application/json' },
        redirect: 'manual',
      });
      if (!answer.ok) throw new Error(reasonOf(answer));
      sent = text;
      if (field.value === text) inBrowser((browser) => browser.removeItem(key));
      say(`Kept as your draft at ${new Date().toLocaleTimeString()}.`);
    } catch (problem) {
      say(`Kept in this browser only (${problem.message}). It is sent again when you go on typing.`);
    }
  };

  field.addEventListener('input', () => {
    inBrowser((browser) => browser.setItem(key, field.value));
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  addEventListener('visibilitychange', () => document.hidden && save());
  form.addEventListener('submit', () => clearTimeout(timer));

  // What the server never got, because the session was over or the network away.
  const kept = inBrowser((browser) => browser.getItem(key));
  if (kept !== null && kept !== field.value) {
    const offer = document.createElement('button');
    offer.type = 'button';
    offer.className = 'button';
    offer.textContent = 'Take the text that this browser kept';
    offer.addEventListener('click', () => {
      field.value = kept;
      field.dispatchEvent(new Event('change'));
      offer.remove();
      save();
    });
    say('This browser has kept a text that the server has not. ');
    status.after(offer);
  } else {
    inBrowser((browser) => browser.removeItem(key));
  }
}
