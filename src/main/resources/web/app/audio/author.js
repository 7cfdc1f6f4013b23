// Authors' pages of sound: progress is looked at again while it is under way, and large recordings go up in pieces.
const LOOK_EVERY = 2000;

async function renew() {
  const region = document.querySelector('[data-under-way]');
  if (!region) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer?.ok) {
    const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = parsed.querySelector('[data-renew]');
    if (fresh && !region.contains(document.activeElement)) region.replaceWith(document.adoptNode(fresh));
  }
  setTimeout(renew, LOOK_EVERY);
}

async function upload(form, file, say) {
  const size = Number(form.dataset.recording);
  const name = crypto.randomUUID();
  for (let first = 0; first < file.size; first += size) {
    say.textContent = `${Math.round((100 * first) / file.size)} % sent …`;
    await sent(`${form.action}/pieces?upload=${name}&first=${first}`, file.slice(first, first + size), {
      'Content-Type': 'application/octet-stream',
    });
  }
  const whole = new FormData();
  whole.set('upload', name);
  return sent(form.action, whole);
}

async function sent(address, body, headers = {}) {
  const answer = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json', ...headers } });
  if (answer.ok) return answer.url;
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.error ?? 'The server did not answer as expected. Try again.');
}

for (const form of document.querySelectorAll('form[data-recording]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const say = form.querySelector('[data-status]');
    const [file] = form.querySelector('input[type=file]').files;
    const button = form.querySelector('button');
    const limit = Number(form.dataset.limit);
    if (file.size > limit) {
      say.textContent = `This file has ${Math.ceil(file.size / 1e6)} MB; at most ${limit / 1e6} are taken.`;
      return;
    }
    button.disabled = true;
    try {
      location.assign(await upload(form, file, say));
    } catch (problem) {
      say.textContent = problem.message;
      button.disabled = false;
    }
  });
}

setTimeout(renew, LOOK_EVERY);
