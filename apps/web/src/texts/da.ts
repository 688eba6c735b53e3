/** Every word the product's screens say, by where it is said. Not an object, which would come whole to every page. */
export * as da from './all.js';
