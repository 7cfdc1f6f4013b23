// A card under review, by keyboard: space shows the answer, 1 to 4 rate it (space again: Good), u takes the last rating back,
// p plays how the front sounds.
const card = document.querySelector('[data-review]');
const undo = document.querySelector('[data-undo]');

if (card || undo) {
  let sent = false;
  const submit = (form, button) => {
    if (form && !sent) {
      sent = true;
      form.requestSubmit(button);
    }
  };

  // The page that the browser brings back from before can be answered again.
  addEventListener('pageshow', () => { sent = false; });

  // Its own button in the place of the browser's bar, which a word of a second does not need.
  const sound = card?.querySelector('[data-sound]');
  const play = sound?.querySelector('button');
  if (play) {
    const audio = sound.querySelector('audio');
    audio.controls = false;
    play.hidden = false;
    play.addEventListener('click', () => {
      audio.currentTime = 0;
      audio.play().catch(() => { play.textContent = 'It cannot be played'; });
    });
  }

  const typed = document.querySelector('[data-typed]');
  typed?.focus();
  typed?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      card.querySelector('details').open = true;
      typed.blur();
    }
  });

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest('input, textarea, select, a, .undo button')) return;
    if (event.key === ' ' && event.target.closest('[data-sound]')) return;
    if (event.key === 'u' && undo) {
      event.preventDefault();
      submit(undo, undo.querySelector('button'));
      return;
    }
    if (event.key === 'p' && play) {
      event.preventDefault();
      play.click();
      return;
    }
    const answer = card?.querySelector('details');
    if (!answer) return;
    const rating = event.key === ' ' && answer.open && !event.target.closest('.ratings') ? '3' : event.key;
    if (event.key === ' ' && !answer.open) {
      event.preventDefault();
      answer.open = true;
    } else if (answer.open && /^[1-4]$/.test(rating)) {
      event.preventDefault();
      const form = answer.querySelector('form');
      submit(form, form.querySelector(`button[value="${rating}"]`));
    }
  });
}
