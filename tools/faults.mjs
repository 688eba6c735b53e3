/** `npm run faults -- NAME`: prepares what is missing, then breaks things on purpose. */
import { bootstrap } from './bootstrap.mjs';
import { runCompiled } from './run-compiled.mjs';

await bootstrap();
await runCompiled('test/faults/main.js', process.argv.slice(2));
