import 'katex/dist/katex.css';
import 'uplot/dist/uPlot.min.css';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-400-italic.css';
import '@fontsource/inter/latin-600.css';
import './app.css';
import './lesson.js';
import './quiz/quiz.js';
import './time-zone.js';
import './experiment/card.js';
import './experiment/backpropagation.js';
import './experiment/paths.js';
import './experiment/challenge.js';
import './editor/drafts.js';
import './flashcard/review.js';

const lab = document.querySelector('[data-lab]');
if (lab) import('./experiment/lab/lab.js').then(({ openLab }) => openLab(lab));
