import 'katex/dist/katex.css';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-400-italic.css';
import '@fontsource/inter/latin-600.css';
import './app.css';
import './lesson.js';
import './time-zone.js';
