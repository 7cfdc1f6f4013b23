// The examples that settings choose: asked for once for each choice of data and seed, and the last choices kept.
import { ask } from './server.js';

const MOST = 12;

export class Examples {
  constructor() {
    this.known = new Map();
  }

  // spec: complete, as the server tells it. A promise, always the same one for the same data; of null where there is no answer.
  of(spec) {
    const key = JSON.stringify([spec.data, spec.seed]);
    if (!this.known.has(key)) {
      if (this.known.size === MOST) this.known.delete(this.known.keys().next().value);
      // What is refused would be refused again; all else may come at the next try.
      const forget = ({ status }) => {
        if (status !== 422) this.known.delete(key);
        return null;
      };
      this.known.set(key, ask('/lab/examples', { spec }).catch(forget));
    }
    return this.known.get(key);
  }
}
