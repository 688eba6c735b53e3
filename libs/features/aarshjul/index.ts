export { AarshjulModule } from './aarshjul.module.js';
