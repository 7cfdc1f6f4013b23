// The pages of an attempt. Without this each page is saved by its buttons, and the server ends the attempt.
import { Autosave } from './autosave.js';
import { Clock } from './clock.js';

const face = document.querySelector('[data-clock]');
const form = document.querySelector('form[data-question]');

if (face) {
  const clock = new Clock(face, { onOver: () => handIn(face.dataset.attempt) });
  if (form) {
    const autosave = new Autosave(form, clock);
    document.addEventListener('visibilitychange', () => !document.hidden && clock.ask());
    window.addEventListener('beforeunload', (event) => {
      if (autosave.pending && !autosave.leaving) event.preventDefault();
    });
  }
}

for (const region of document.querySelectorAll('rect[data-choose]')) {
  const button = document.querySelector(`input[value="${CSS.escape(region.dataset.choose)}"]`);
  const show = () => {
    for (const each of document.querySelectorAll('rect[data-choose]')) {
      each.classList.toggle('chosen', each.dataset.choose === document.querySelector('.spot ~ .options input:checked')?.value);
    }
  };
  region.addEventListener('click', () => {
    button.checked = true;
    button.dispatchEvent(new Event('change', { bubbles: true }));
  });
  button.addEventListener('change', show);
  show();
}

// The page says that time is over; the server knows whether it is.
function handIn(attempt) {
  const hand = document.createElement('form');
  hand.method = 'post';
  hand.action = `${attempt}/submit`;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'timeup';
  field.value = 'yes';
  hand.append(field);
  document.body.append(hand);
  if (form) form.dispatchEvent(new Event('submit'));
  hand.submit();
}
