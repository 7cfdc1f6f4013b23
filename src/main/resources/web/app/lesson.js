// A lesson's page: changes the depth of the summary in place; without this the form does it with a page of its own.
for (const chooser of document.querySelectorAll('[data-summary]')) {
  const panels = chooser.closest('section').querySelectorAll('[data-depth]');
  chooser.addEventListener('submit', (event) => {
    event.preventDefault();
    const depth = event.submitter.value;
    for (const button of chooser.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === event.submitter));
    }
    for (const panel of panels) {
      panel.hidden = panel.dataset.depth !== depth;
    }
    fetch(chooser.action, { method: 'POST', body: new URLSearchParams({ depth }), redirect: 'manual', keepalive: true });
  });
}
