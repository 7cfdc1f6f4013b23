// A form whose page is made by the server anew at every change, in place; the address holds what it says.
export function liveForm(name, wake) {
  const part = document.querySelector(`[data-live="${name}"]`);
  if (!part) return;
  let asked = null;
  let sleep = wake(part);
  const load = async (form) => {
    const query = new URLSearchParams(new FormData(form));
    const step = new URLSearchParams(location.search).get('step');
    if (step) query.set('step', step);
    const address = `${form.getAttribute('action')}?${query}`;
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: asked.signal });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(`[data-live="${name}"]`);
      if (!fresh) throw new Error('another page came');
      sleep?.();
      replace(part, document.adoptNode(fresh));
      history.replaceState(null, '', address);
      sleep = wake(part);
    } catch (problem) {
      if (problem.name !== 'AbortError') location.assign(address);
    }
  };
  part.addEventListener('change', ({ target }) => {
    if (target.name && target.form?.matches('[data-live-form]') && target.form.reportValidity()) load(target.form);
  });
  part.addEventListener('submit', (event) => {
    if (!event.target.matches('[data-live-form]')) return;
    event.preventDefault();
    load(event.target);
  });
}

// The form stays as it is while it asks for the same: somebody may be typing in it.
function replace(part, fresh) {
  const [form, freshForm] = [part, fresh].map((each) => each.querySelector('[data-live-form]'));
  const focused = document.activeElement?.id;
  const typed = document.activeElement?.value;
  const open = [...part.querySelectorAll('details[open][id]')].map(({ id }) => id);
  if (form && freshForm && asks(form) === asks(freshForm)) freshForm.replaceWith(form);
  part.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  const again = focused && document.getElementById(focused);
  if (again && again !== document.activeElement) {
    if (typed !== undefined) again.value = typed;
    again.focus({ preventScroll: true });
  }
}

function asks(form) {
  return [
    ...[...form.elements].map(({ name, min, max, type, value }) => `${name} ${min} ${max} ${type === 'hidden' ? value : ''}`),
    ...[...form.querySelectorAll('.field-error, legend, option')].map(({ textContent }) => textContent),
  ].join('\n');
}
