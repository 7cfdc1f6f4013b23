// What axe finds in the page beside the text. It is loaded within the frame: axe looks at the document in which it is at home.
const AXE = '/axe.min.js';
const WHAT = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  resultTypes: ['violations'],
};

// Of what the author has written: what is around it is not the author's.
export async function faultsOf(frame) {
  const inside = frame.contentWindow;
  if (!inside.axe) await load(inside.document);
  const { violations } = await inside.axe.run(inside.document.querySelector('main'), WHAT);
  return violations.flatMap(({ help, nodes }) =>
    nodes.map(({ html, target }) => ({ help, html, element: inside.document.querySelector(target.at(-1)) })),
  );
}

function load(document) {
  return new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = AXE;
    script.addEventListener('load', loaded);
    script.addEventListener('error', () => failed(new Error('axe could not be loaded')));
    document.head.append(script);
  });
}
