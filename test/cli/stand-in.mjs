/** A process such as the supervisor starts: says it is ready, ends with its parent, and dies or hangs on request. */
import { appendFileSync } from 'node:fs';

appendFileSync(process.env.STAND_IN_LOG, `${process.pid}\n`);
if (process.env.STAND_IN === 'dies-at-once') process.exit(3);
if (process.env.STAND_IN === 'deaf') process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
setInterval(() => undefined, 1000);
