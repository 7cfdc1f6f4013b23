// The engine's names in words: learningRate becomes "Learning rate".
const SPECIAL = {
  l1: 'L1',
  l2: 'L2',
  sgd: 'SGD',
  adam: 'Adam',
  adamW: 'AdamW',
  amsGrad: 'AMSGrad',
  rmsProp: 'RMSProp',
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU',
  elu: 'ELU',
  gelu: 'GELU',
  silu: 'SiLU',
  tanh: 'tanh',
  xor: 'XOR',
  lossAbove: 'Diverged above a loss of',
  every: 'Every',
  own: 'A table of my own',
};

export function words(name) {
  if (SPECIAL[name]) return SPECIAL[name];
  const spaced = name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').replace(/\./g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

// What the name alone does not say, by the field's path without numbers.
export const HINTS = {
  'data.size': 'examples, before the split',
  'data.noise': 'standard deviation of what is added to each input',
  'data.labelNoise': 'share of training labels that are wrong',
  'data.split.validation': 'share kept from training',
  'data.split.test': 'share kept to the end',
  'data.standardize': 'each feature to mean 0 and deviation 1',
  'batch.size': '1: stochastic; all examples: whole batch',
  'regularization.l1': 'adds l1·Σ|w| to the loss',
  'regularization.l2': 'adds ½·l2·Σw² to the loss',
  'regularization.weightDecay': 'w shrinks by rate × this at each step',
  'regularization.maxNorm': 'of the weights into a unit; 0: none',
  'stop.steps': '0 with epochs 0: 1,000',
  'stop.epochs': '0: no limit of epochs',
  'record.every': 'steps between two points; 0: about 200 points',
  'record.snapshots.every': 'points between two snapshots',
  'record.snapshots.surface': 'cells on each side; 0: none',
  'record.snapshots.histogram': 'bins; 0: none',
  'schedule.warmup': 'first steps, in which the rate rises',
  seed: 'same seed, same data, weights and order: same curve',
};
