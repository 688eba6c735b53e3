import 'reflect-metadata';
import { runNamed } from '../support/run-named.js';

await runNamed(
  {
    worker: () => import('./worker.js'),
    tree: () => import('./tree.js'),
    audit: () => import('./audit.js'),
    sending: () => import('./sending.js'),
    uploads: () => import('./uploads.js'),
  },
  process.argv.slice(2),
);
