// A challenge's page: says how the run of an entry gets on, and shows the result when it has come to an end.
import { follow } from './follow.js';
import { RecordedRun } from './recorded-run.js';

const entries = [...document.querySelectorAll('[data-running]')];
const runs = entries.map((entry) => new RecordedRun(entry.dataset.running, ''));
if (runs.length) {
  follow(runs, () => {
    runs.forEach((run, i) => {
      entries[i].querySelector('[data-verdict]').textContent = `being graded: ${run.describe()}`;
    });
    if (runs.every((run) => run.ended)) location.reload();
  });
}
