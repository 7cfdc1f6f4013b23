import './app.css';
import './lesson.js';
import './margin.js';
import './quiz/quiz.js';
import './time-zone.js';
import './search.js';
import './experiment/card.js';
import './experiment/backpropagation.js';
import './experiment/paths.js';
import './experiment/challenge.js';
import './editor/drafts.js';
import './flashcard/review.js';
import './game/game.js';
import './audio/player.js';
import './audio/author.js';

const lab = document.querySelector('[data-lab]');
if (lab) import('./experiment/lab/lab.js').then(({ openLab }) => openLab(lab));
