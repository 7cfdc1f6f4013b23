// A run in the lab's picture: what is known of it, what it was asked for, and its place among the colours.
import { RecordedRun } from '../recorded-run.js';

export class LabRun extends RecordedRun {
  // asked: the settings that are not as usual; spec: all of them, once the server has said
  constructor({ id = null, label, slot, asked, spec = null, mine = false }) {
    super(id, label);
    Object.assign(this, { slot, asked, spec, mine });
    if (!id) this.state = 'NEW';
  }

  describe() {
    return this.state === 'NEW' ? 'not run yet' : super.describe();
  }

  // Two runs with the same of these begin with the same weights: what stands between dense layers changes none of them.
  get beginning() {
    if (!this.spec) return null;
    const { seed, data, network } = this.spec;
    const dense = (layers) =>
      layers.flatMap((layer) => {
        if (layer.layers) return dense(layer.layers);
        return layer.kind === 'dense' ? [[layer.units, layer.initializer, layer.activation, layer.initialBias]] : [];
      });
    return JSON.stringify([seed.initial ?? seed, data.kind, data.features.length, dense(network.layers), network.output.initializer, this.spec.loss.kind]);
  }
}
