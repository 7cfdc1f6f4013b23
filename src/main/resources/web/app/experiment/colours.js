// A canvas knows no custom properties: asks the browser which colour each of them is here and now.
export function coloursOf(element) {
  return (property) => {
    const probe = element.appendChild(document.createElement('i'));
    probe.style.color = `var(${property})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}

// [red, green, blue] of what the browser says a colour is.
export function rgb(colour) {
  return colour.match(/[\d.]+/g).slice(0, 3).map(Number);
}

export function mixed(from, to, share) {
  return from.map((c, i) => c + (to[i] - c) * share);
}

// From dark to light, evenly: its order can be seen without colours (viridis, by five of its colours).
const SCALE = ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'].map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));

export function scaled(share) {
  const place = Math.min(1, Math.max(0, share)) * (SCALE.length - 1);
  const below = Math.min(SCALE.length - 2, Math.floor(place));
  return mixed(SCALE[below], SCALE[below + 1], place - below);
}

export function css([r, g, b]) {
  return `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;
}

// Ready to be drawn on, as sharp as the screen.
export function sharp(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return pen;
}
