export * from './package-document.js';
export { readPackage } from './read-package.js';
