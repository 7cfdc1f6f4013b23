// A part of another page may have formulas that this page's stylesheet does not know yet.
export function takeFormulas(other) {
  const [ours, theirs] = [document, other].map((page) => page.querySelector('link[href^="/formulas.css"]'));
  if (theirs && theirs.getAttribute('href') !== ours.getAttribute('href')) {
    ours.after(document.adoptNode(theirs));
  }
}
