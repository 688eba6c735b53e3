import 'reflect-metadata';
import { runNamed } from '../support/run-named.js';

await runNamed(
  {
    docx: () => import('./docx.js'),
    'agenda-view': () => import('./agenda-view.js'),
    rights: () => import('./rights.js'),
    'agenda-building': () => import('./agenda-building.js'),
    editors: () => import('./editors.js'),
    'agenda-screen': () => import('./agenda-screen.js'),
    web: () => import('./web.js'),
  },
  process.argv.slice(2),
);
