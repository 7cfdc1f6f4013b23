// The lab: settings on one side, runs and what they recorded on the other.
import { Curves } from '../curves.js';
import { follow } from '../follow.js';
import { brief, exact } from '../numbers.js';
import { ask } from './server.js';
import { dataPicture } from './data-picture.js';
import { Examples } from './examples.js';
import { Inside } from './inside.js';
import { LabRun } from './lab-run.js';
import { layersInWords } from './layers.js';
import { packed, unpacked } from './share.js';
import { RunTable } from './run-table.js';
import { SpecForm } from './spec-form.js';
import { table } from '../dom.js';
import { Timeline } from './timeline.js';
import { words } from './words.js';

const MOST_RUNS = 6;
const FIGURES = ['train.loss', 'validation.loss', 'train.accuracy', 'validation.accuracy', 'learningRate'];
const SOON = 250;
// Milliseconds: of a run that takes no longer only the curves are drawn while it lasts.
const SHORT = 1000;
const KEPT = 'descent-lab';
const PRESET = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const EXPERIMENT = /^[0-9a-f-]{36}$/;

// What somebody finds who comes for the first time.
const BEGINNING = {
  network: { layers: [{ kind: 'dense', units: 16 }, { kind: 'dense', units: 16 }] },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  record: { layers: ['gradientNorm'], snapshots: { every: 5, surface: 40, histogram: 20, weights: true, confusion: true } },
};

export async function openLab(root) {
  const fields = await ask('/lab/fields');
  await new Lab(root, fields).begin();
}

class Lab {
  constructor(root, fields) {
    this.root = root;
    const place = (name) => root.querySelector(`[data-${name}]`);
    this.place = place;
    const tables = [...root.querySelectorAll('[data-table]')].map(({ dataset }) => ({ id: dataset.table, name: dataset.tableName }));
    this.form = new SpecForm(place('settings'), fields, tables, () => this.#edited());
    this.runs = [];
    this.looked = null;
    this.table = new RunTable(place('runs'), {
      look: (run) => this.#look(run),
      settings: (run) => this.#use(run),
      cancel: (run) => ask(`/experiments/${run.id}/cancel`, {}).catch((problem) => this.#say(problem.message)),
      remove: (run) => this.#remove(run),
      renamed: () => this.#draw(),
    });
    this.timeline = new Timeline(place('timeline'), () => this.#atStep());
    const chosen = (step) => this.timeline.goTo(step);
    this.loss = this.#curves('loss', chosen);
    this.accuracy = this.#curves('accuracy', chosen);
    this.examples = new Examples();
    this.inside = new Inside(root, this.examples, chosen);
    place('run')?.addEventListener('click', () => this.#run());
    place('share').addEventListener('click', () => this.#share());
    place('run-all')?.addEventListener('click', () => this.#runAll());
    for (const box of root.querySelectorAll('[data-log]')) {
      box.addEventListener('change', () => this.loss.setLogarithmic(place('log="y"').checked, place('log="x"').checked));
    }
  }

  #curves(name, chosen) {
    const figures = ['train', 'validation'].map((set) => ({ figure: `${set}.${name}`, label: set === 'train' ? 'training' : 'validation' }));
    return new Curves(this.place(`curves="${name}"`), { figures, title: words(name), chosen });
  }

  // What the address asks for, else what was here before, else a beginning.
  async begin() {
    const query = new URLSearchParams(location.search);
    const shared = location.hash.startsWith('#runs=') ? await unpacked(location.hash.slice(6)) : [];
    try {
      if (shared.length) this.#lay(shared.map(({ name, spec }) => ({ label: name, asked: spec })));
      else if (PRESET.test(query.get('preset'))) await this.#preset(query.get('preset'));
      else if (EXPERIMENT.test(query.get('experiment'))) await this.#open([{ id: query.get('experiment') }]);
      else this.form.write(this.#kept() ?? BEGINNING);
    } catch (problem) {
      this.#say(`What was asked for cannot be shown. ${problem.message}`);
      this.runs = [];
      this.form.write(BEGINNING);
    }
    this.root.hidden = false;
    this.#draw();
    await this.#check();
  }

  #kept() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT));
    } catch {
      return null;
    }
  }

  async #preset(name) {
    const asked = await ask(`/experiments/presets/${name}/runs`, null);
    await this.#open(asked.slice(0, MOST_RUNS));
  }

  // Runs that the server knows.
  async #open(known) {
    const views = await Promise.all(known.map(({ id }) => ask(`/experiments/${id}`)));
    this.#lay(views.map((view, i) => ({ id: view.id, label: known[i].label ?? view.name, asked: view.spec, spec: view.spec })));
  }

  #lay(runs) {
    this.runs = runs.map((run, slot) => new LabRun({ ...run, slot }));
    this.form.write(this.runs[0].asked);
    [this.looked] = this.runs;
    this.#follow();
  }

  #edited() {
    sessionStorage.setItem(KEPT, JSON.stringify(this.form.read()));
    this.#checkSoon();
  }

  #checkSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.#check(), SOON);
  }

  // What the settings cost, and what their data look like.
  async #check() {
    const spec = this.form.read();
    const number = (this.checks = (this.checks ?? 0) + 1);
    try {
      const checked = await ask('/lab/check', { spec });
      if (number !== this.checks) return;
      this.checked = { ...checked, asked: JSON.stringify(spec) };
      this.form.understood(checked);
      this.#cost(checked);
      this.#picture(checked.spec);
    } catch (problem) {
      if (number !== this.checks) return;
      this.form.refused(problem);
      this.place('cost').textContent = problem.message;
    }
  }

  #cost({ steps, points, costs, refusal, seconds, allowance }) {
    const time = seconds === null ? '' : `, about ${seconds < 0.01 ? 'a moment' : `${brief(seconds)} s`} of computing`;
    const cost = this.place('cost');
    cost.textContent = refusal ? `Too large: ${refusal}` : `${steps.toLocaleString('en')} steps, ${points.toLocaleString('en')} points${time}.`;
    cost.classList.toggle('over', refusal !== null);
    if (this.place('run')) this.place('run').disabled = refusal !== null;
    const lines = costs.map(({ what, number, limit }) => [what, number.toLocaleString('en'), limit.toLocaleString('en')]);
    this.place('costs').replaceChildren(table('Costs and limits', ['', 'This run', 'Limit'], lines));
    this.place('allowance').textContent = allowance ? `Used today: ${allowance.used.toFixed(1)} of ${allowance.daily} seconds of computing.` : '';
  }

  async #picture(spec) {
    const asked = this.examples.of(spec);
    if (asked === this.pictured) return;
    this.pictured = asked;
    const examples = await asked;
    if (examples && asked === this.pictured) dataPicture(this.form.picture, examples);
  }

  async #run() {
    const slot = [0, 1, 2, 3, 4, 5].find((free) => this.runs.every((run) => run.slot !== free));
    if (slot === undefined) return this.#say(`${MOST_RUNS} runs fit into one picture: remove one first.`);
    const asked = this.form.read();
    const name = this.place('name').value.trim() || nameOf(asked);
    // Two clicks are one wish.
    const wish = JSON.stringify([name, asked]);
    if (wish === this.starting) return;
    this.starting = wish;
    const run = new LabRun({ label: this.#unused(name), slot, asked, mine: true });
    await this.#start(run, () => {
      this.runs.push(run);
      this.looked = run;
      this.timeline.follows = true;
    });
    if (this.starting === wish) this.starting = null;
  }

  async #start(run, accepted) {
    try {
      const spec = this.checked?.asked === JSON.stringify(run.asked) ? this.checked.spec : null;
      const { id } = await ask('/experiments', { course: this.root.dataset.course, name: run.label, spec: run.asked });
      Object.assign(run, { id, state: 'WAITING', mine: true, spec });
      accepted();
      this.#say('');
      this.#follow();
      this.#draw();
      if (!spec) {
        run.spec = (await ask(`/experiments/${id}`)).spec;
        this.#draw();
      }
    } catch (problem) {
      this.#say(problem.message);
      if (problem.field) this.form.refused(problem);
    }
  }

  async #runAll() {
    for (const run of this.runs.filter((each) => each.state === 'NEW')) await this.#start(run, () => {});
  }

  // So that a table's rows and a picture's lines can be told apart.
  #unused(name) {
    let label = name;
    for (let n = 2; this.runs.some((run) => run.label === label); n += 1) label = `${name} (${n})`;
    return label;
  }

  #follow() {
    this.stop?.();
    const going = this.runs.filter((run) => run.id && !run.ended);
    if (!going.length) return;
    const changed = () => {
      this.#drawSoon();
      // What it took counts for today.
      if (going.every((run) => run.ended)) this.#checkSoon();
    };
    this.followedSince = performance.now();
    this.stop = follow(going, changed, () => this.#say('The server does not let this page follow its runs any more. Reload it, and sign in again.'));
  }

  // Once for each frame of the screen, however much comes; then it rests for twice as long as that took, so that there is
  // time for what comes. The end is drawn at once. What lies below the curves follows when these are painted: of a short
  // run at its end alone.
  #drawSoon() {
    clearTimeout(this.awaited);
    clearTimeout(this.below);
    const ended = this.runs.every((run) => run.ended);
    const rest = ended ? 0 : (this.restsUntil ?? 0) - performance.now();
    this.awaited = setTimeout(() => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame((began) => {
        this.#drawCurves();
        const whole = ended || began - this.followedSince > SHORT;
        this.below = setTimeout(() => {
          if (whole) this.#drawBelow();
          const now = performance.now();
          this.restsUntil = now + 2 * (now - began);
        });
      });
    }, rest);
  }

  #draw() {
    this.#drawCurves();
    this.#drawBelow();
  }

  #drawCurves() {
    const begun = this.#begun();
    this.place('empty').hidden = this.runs.length > 0;
    this.place('picture').hidden = this.runs.length === 0;
    this.place('run-all')?.toggleAttribute('hidden', !this.runs.some((run) => run.state === 'NEW'));
    this.table.show(this.runs, this.looked);
    this.timeline.show(this.looked?.steps() ?? []);
    this.loss.show(begun);
    const classifying = begun.filter((run) => run.figures.includes('train.accuracy'));
    this.place('accuracy').hidden = classifying.length === 0;
    this.accuracy.show(classifying);
  }

  #drawBelow() {
    this.#beginnings();
    this.#exports();
    this.#atStep();
  }

  #begun() {
    return this.runs.filter((run) => run.points.length);
  }

  #beginnings() {
    const known = this.runs.filter((run) => run.beginning);
    const others = known.filter((run) => run.beginning !== known[0].beginning);
    let said = known.length < 2 ? '' : 'All start from the same initial weights.';
    if (others.length) {
      said = `Other initial weights than ${known[0].label}: ${others.map((run) => run.label).join(', ')} (another seed, or other layers).`;
    }
    this.place('beginnings').textContent = said;
  }

  #exports() {
    const links = this.place('exports');
    links.hidden = !this.looked?.id;
    for (const link of links.querySelectorAll('a')) link.href = `/experiments/${this.looked?.id}/export/${link.dataset.file}`;
  }

  #atStep() {
    const { step } = this.timeline;
    this.loss.mark(step);
    this.accuracy.mark(step);
    const begun = this.#begun();
    const figures = FIGURES.filter((figure) => begun.some((run) => run.figures.includes(figure)));
    const lines = begun.map((run) => {
      const point = run.pointAt(step);
      return [run.label, point.step.toLocaleString('en'), ...figures.map((figure) => exact(point.values[run.figures.indexOf(figure)]))];
    });
    this.place('values').replaceChildren(table('Values at this step', ['Run', 'Step', ...figures.map(words)], lines));
    this.inside.show(this.looked, step);
  }

  #look(run) {
    this.looked = run;
    this.#draw();
  }

  #use(run) {
    this.form.write(run.asked);
    this.#edited();
    this.place('settings').scrollIntoView({ block: 'nearest' });
  }

  #remove(run) {
    if (run.mine && run.id && !run.ended) ask(`/experiments/${run.id}/cancel`, {}).catch(() => {});
    this.runs = this.runs.filter((each) => each !== run);
    if (this.looked === run) this.looked = this.runs.at(-1) ?? null;
    this.#follow();
    this.#draw();
  }

  async #share() {
    const runs = this.runs.length ? this.runs.map((run) => ({ name: run.label, spec: run.asked })) : [{ name: 'Run', spec: this.form.read() }];
    const link = new URL(`/lab?course=${encodeURIComponent(this.root.dataset.course)}#runs=${await packed(runs)}`, location.href);
    const field = this.place('link');
    field.value = link.href;
    field.closest('[hidden]')?.removeAttribute('hidden');
    field.select();
    const copied = await navigator.clipboard?.writeText(link.href).then(() => true, () => false);
    this.#say(copied ? 'The link is copied. It restores all runs of this picture.' : 'The link restores all runs of this picture: copy it.');
  }

  #say(text) {
    this.place('say').textContent = text;
  }
}

// What sets a run apart, in few words.
function nameOf(spec) {
  const { kind = 'sgd', learningRate } = spec.optimizer ?? {};
  return `${words(kind)}${learningRate === undefined ? '' : ` ${learningRate}`}, ${layersInWords(spec.network?.layers)}`.slice(0, 80);
}
