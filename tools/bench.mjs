/** `npm run bench -- NAME`: prepares what is missing, then measures. */
import { bootstrap } from './bootstrap.mjs';
import { runCompiled } from './run-compiled.mjs';

await bootstrap();
await runCompiled('test/bench/main.js', process.argv.slice(2));
