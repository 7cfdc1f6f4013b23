// Four digits are enough to compare; all of them stand in the export.
export function exact(value) {
  return value === null || value === undefined ? '–' : short(value, 4);
}

export function brief(value) {
  return short(value, 2);
}

// The lowest and the highest of however many: Math.min and Math.max take only so many arguments.
export function extent(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

// Long numbers by their powers of ten.
function short(value, digits) {
  const rounded = Number(value.toPrecision(digits));
  return Math.abs(rounded) >= 1e6 || (rounded !== 0 && Math.abs(rounded) < 1e-4) ? rounded.toExponential().replace('e+', 'e') : String(rounded);
}
