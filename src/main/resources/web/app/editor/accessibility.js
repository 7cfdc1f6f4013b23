// What axe finds in the page beside the text. This module is loaded twice: by the editor, which asks, and within the
// frame, since axe looks at the document in which it is at home.
import 'axe-core';

const WHAT = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  resultTypes: ['violations'],
};

// Of what the author has written: the frame around it is not the author's.
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
    script.type = 'module';
    script.src = import.meta.url;
    script.addEventListener('load', loaded);
    script.addEventListener('error', () => failed(new Error('The accessibility check could not be loaded.')));
    document.head.append(script);
  });
}
