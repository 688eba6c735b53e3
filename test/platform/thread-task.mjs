import { answerTasks } from '../../dist/libs/platform/threads/answer-tasks.js';

/** What a thread may do with a task, well and badly. */
answerTasks((task) => {
  if (task === 'for ever') for (;;) Math.random();
  if (task === 'end') process.exit(0);
  if (task === 'throw') throw new TypeError('x is undefined');
  if (task === 'fill') {
    const all = [];
    for (;;) all.push(Array.from({ length: 1000 }, () => ({})));
  }
  return `done: ${task}`;
});
