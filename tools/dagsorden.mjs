/** `npm run -s dagsorden -- ...`: prepares what is missing, then runs the command line. */
import { bootstrap } from './bootstrap.mjs';
import { runCompiled } from './run-compiled.mjs';

await bootstrap();
await runCompiled('apps/cli/main.js', process.argv.slice(2));
