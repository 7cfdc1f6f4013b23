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
import './flashcard/review.js';
import './game/game.js';
import './audio/player.js';
import './audio/author.js';

const lab = document.querySelector('[data-lab]');
if (lab) import('./experiment/lab/lab.js').then(({ openLab }) => openLab(lab));

const editor = document.querySelector('[data-editor]');
if (editor) import('./editor/editor.js').then(({ openEditor }) => openEditor(editor));
