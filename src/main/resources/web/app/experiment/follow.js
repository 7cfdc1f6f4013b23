// Follows runs by one event stream: continues where it was after a break, and closes while nobody looks.
// lost: is called when the server does not let us follow any more.
export function follow(runs, changed, lost = () => {}) {
  let source = null;
  let again = 0;
  let stopped = false;
  const open = () => {
    clearTimeout(again);
    if (stopped || source || document.hidden || runs.every((run) => run.ended)) return;
    const from = runs.map((run) => run.next).join('.');
    source = new EventSource(`/experiments/stream?of=${runs.map((run) => run.id).join(',')}&from=${from}`);
    source.addEventListener('progress', (event) => {
      for (const progress of JSON.parse(event.data)) {
        runs.find((run) => run.id === progress.experiment)?.apply(progress);
      }
      changed();
    });
    source.addEventListener('end', close);
    // Too many pages follow runs: this one begins again when somebody comes back to it.
    source.addEventListener('superseded', close);
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) refused(source.url);
    });
  };
  // A browser tries again by itself after a break, but not after an answer: one that says "not now" is asked again.
  const refused = async (url) => {
    close();
    const asking = new AbortController();
    const status = await fetch(url, { headers: { Accept: 'text/event-stream' }, signal: asking.signal })
      .then((answer) => answer.status, () => 503);
    asking.abort();
    if (stopped) return;
    if (status !== 200 && status < 500) lost();
    else again = setTimeout(open, 1000 + Math.random() * 2000);
  };
  const close = () => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const looked = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', looked);
  open();
  return () => {
    document.removeEventListener('visibilitychange', looked);
    stopped = true;
    close();
  };
}
