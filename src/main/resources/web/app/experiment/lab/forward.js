// The units of a network for points of the plane, from its recorded weights: what the server's engine computed, again in the browser.
const FUNCTIONS = {
  identity: (x) => x,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  relu: (x) => Math.max(0, x),
  leakyRelu: (x) => (x > 0 ? x : 0.01 * x),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  gelu: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  silu: (x) => x / (1 + Math.exp(-x)),
  softplus: (x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0),
};

// What a feature such as x1^2 is at a point.
function feature(text) {
  const power = /^x(\d+)(?:\^(\d+))?$/.exec(text);
  if (power) return (x) => x[power[1] - 1] ** (power[2] ?? 1);
  const product = /^x(\d+)\*x(\d+)$/.exec(text);
  if (product) return (x) => x[product[1] - 1] * x[product[2] - 1];
  const [, wave, input] = /^(sin|cos)\(x(\d+)\)$/.exec(text);
  return (x) => Math[wave](x[input - 1]);
}

// Whether everything that is needed was recorded: of batch normalisation the averages are not.
export function canForward(spec, snapshot) {
  const kinds = (layers) => layers.flatMap((layer) => [layer.kind, ...kinds(layer.layers ?? [])]);
  return snapshot?.weights.length > 0 && !kinds(spec.network.layers).includes('batchNorm');
}

// The outputs of the dense layers by their names, for one point. spec: canonical, all defaults written out.
export function units(spec, weights, examples, point) {
  const named = new Map();
  for (const { layer, role, values } of weights) named.set(`${layer}.${role}`, values);
  const raw = spec.data.features.length ? spec.data.features.map((text) => feature(text)(point)) : point;
  const inputs = raw.map((value, i) => (value - examples.shift[i]) / examples.scale[i]);
  const walk = { named, out: { input: inputs }, dense: 0, norms: 0 };
  const last = chain(spec.network.layers, inputs, walk);
  const logits = dense('output', last, walk);
  walk.out.output = spec.network.output.activation === 'softmax' ? softmax(logits) : logits.map(FUNCTIONS[spec.network.output.activation]);
  return walk.out;
}

function chain(layers, inputs, walk) {
  return layers.reduce((x, layer) => through(layer, x, walk), inputs);
}

function through(layer, x, walk) {
  switch (layer.kind) {
    case 'dense': {
      walk.dense += 1;
      const name = `dense${walk.dense}`;
      walk.out[name] = dense(name, x, walk).map(FUNCTIONS[layer.activation]);
      return walk.out[name];
    }
    case 'activation':
      return x.map(FUNCTIONS[layer.function]);
    case 'layerNorm':
      walk.norms += 1;
      return normalized(x, `layerNorm${walk.norms}`, layer.epsilon, walk);
    case 'residual': {
      const y = chain(layer.layers, x, walk);
      return x.map((value, i) => value + y[i]);
    }
    default:
      // Dropout does nothing once training is over.
      return x;
  }
}

function dense(name, x, { named }) {
  const weights = named.get(`${name}.weights`);
  return named.get(`${name}.bias`)[0].map((bias, j) => x.reduce((sum, value, i) => sum + value * weights[i][j], bias));
}

function normalized(x, name, epsilon, { named }) {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  const variance = x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length;
  const [[gain], [shift]] = [named.get(`${name}.gain`), named.get(`${name}.shift`)];
  return x.map((value, i) => (gain[i] * (value - mean)) / Math.sqrt(variance + epsilon) + shift[i]);
}

function softmax(logits) {
  const most = Math.max(...logits);
  const powers = logits.map((x) => Math.exp(x - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}
