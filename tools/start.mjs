/** `npm start`: prepares what is missing, then hands over to the supervisor in apps/cli. */
import { bootstrap } from './bootstrap.mjs';
import { runCompiled } from './run-compiled.mjs';

await bootstrap();
await runCompiled('apps/cli/main.js', ['start', ...process.argv.slice(2)]);
