export * from './model.js';
export * from './sources.js';
export * from './document.text.js';
export * from './file-name.js';
export * from './agenda-model.js';
export * from './minutes-model.js';
export * from './indstilling-model.js';
export * from './from-package.js';
