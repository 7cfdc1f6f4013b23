// Follows runs by one event stream: continues where it was after a break, and closes while nobody looks.
// lost: is called when the server does not let us follow any more.
export function follow(runs, changed, lost = () => {}) {
  let source = null;
  const open = () => {
    if (source || document.hidden || runs.every((run) => run.ended)) return;
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
      if (source?.readyState === EventSource.CLOSED) lost();
    });
  };
  const close = () => {
    source?.close();
    source = null;
  };
  const looked = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', looked);
  open();
  return () => {
    document.removeEventListener('visibilitychange', looked);
    close();
  };
}
