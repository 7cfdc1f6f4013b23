import 'katex/dist/katex.css';
import '@fontsource/inter/latin-400.css';
import './app.css';
