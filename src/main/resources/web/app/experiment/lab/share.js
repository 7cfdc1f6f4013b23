// A picture's runs as the part of an address after "#": nothing of it is sent to the server, and nothing is stored there.
export async function packed(runs) {
  const bytes = new Blob([JSON.stringify(runs.map(({ name, spec }) => ({ name, spec })))]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packedBytes = new Uint8Array(await new Response(bytes).arrayBuffer());
  return btoa(Array.from(packedBytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

// Empty where the text is no such thing.
export async function unpacked(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const json = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
    return JSON.parse(json)
      .filter((run) => run && typeof run.spec === 'object')
      .slice(0, 6)
      .map(({ name, spec }) => ({ name: String(name ?? 'Run'), spec }));
  } catch {
    return [];
  }
}
