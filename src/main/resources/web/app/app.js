import 'katex/dist/katex.css';
import 'uplot/dist/uPlot.min.css';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-400-italic.css';
import '@fontsource/inter/latin-600.css';
import './app.css';
import './lesson.js';
import './time-zone.js';
import { bringToLife } from './experiment/card.js';

bringToLife(document);
