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

// Where one is in a lesson, so that the home page can lead back to it. Told when the page is left, and now and then.
const lesson = document.querySelector('[data-reading]');
if (lesson) {
  const sections = [...lesson.querySelectorAll('section.prose[aria-labelledby]')];
  let told = '';
  const tell = () => {
    const reached = sections.findLast((each) => each.getBoundingClientRect().top < innerHeight / 2);
    const section = reached?.getAttribute('aria-labelledby') ?? '';
    if (section !== told && !document.hidden) {
      told = section;
      fetch(`${lesson.dataset.reading}/place`, { method: 'POST', body: new URLSearchParams({ section }), keepalive: true }).catch(() => {});
    }
  };
  let waiting = 0;
  addEventListener('scroll', () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 1000);
  }, { passive: true });
}
