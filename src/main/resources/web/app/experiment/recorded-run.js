// What is known of a run in this page: its header, points and snapshots so far, and how it stands.
export class RecordedRun {
  constructor(id, label) {
    this.id = id;
    this.label = label;
    this.next = 0;
    this.header = null;
    this.points = [];
    this.snapshots = [];
    this.state = 'WAITING';
    this.outcome = null;
  }

  // Progress may come twice after a reconnect: records are numbered, and each is taken once.
  apply(progress) {
    progress.items.slice(Math.max(0, this.next - progress.first)).forEach((item) => this.#add(item));
    this.next = Math.max(this.next, progress.first + progress.items.length);
    this.state = progress.state;
    this.outcome = progress.outcome ?? this.outcome;
  }

  #add(item) {
    if (item.header) this.header = item.header;
    else if (item.point) this.points.push(item.point);
    else if (item.snapshot) this.snapshots.push(item.snapshot);
  }

  get ended() {
    return this.state !== 'WAITING' && this.state !== 'RUNNING';
  }

  get figures() {
    return this.header ? this.header.figures : [];
  }

  steps() {
    return this.points.map((point) => point.step);
  }

  // The values of a figure such as train.loss, one for each point; null where it has none.
  values(figure) {
    const column = this.figures.indexOf(figure);
    return this.points.map((point) => point.values[column] ?? null);
  }

  pointAt(step) {
    return this.points.findLast((point) => point.step <= step) ?? this.points[0];
  }

  snapshotAt(step) {
    return this.snapshots.findLast((snapshot) => snapshot.step <= step) ?? this.snapshots[0];
  }

  // At the final weights: the last point, or the best where early stopping brought those back.
  final(figure) {
    const step = this.outcome?.finalStep;
    const point = this.points.findLast((p) => step === undefined || p.step === step) ?? this.points.at(-1);
    return point?.values[this.figures.indexOf(figure)] ?? null;
  }

  // How it stands, in words.
  describe() {
    const steps = this.points.at(-1)?.step ?? 0;
    switch (this.state) {
      case 'WAITING':
        return 'waiting for its turn';
      case 'RUNNING':
        return `training, step ${steps}`;
      case 'FINISHED':
        return { REACHED_TARGET: `reached its target at step ${steps}`, STOPPED_EARLY: `stopped early at step ${steps}` }[
          this.outcome?.end
        ] ?? `finished, ${steps} steps`;
      case 'DIVERGED':
        return `diverged at step ${this.outcome?.divergence?.step}: ${this.outcome?.divergence?.problem}`;
      default:
        return this.outcome?.reason ?? this.state.toLowerCase();
    }
  }
}
