import { answerTasks } from '../../platform/threads/answer-tasks.js';
import { WORD_READERS } from './word-readers.js';
import type { Given, WordReaderName, WordTask } from './word-readers.js';

answerTasks((task) => read(task as WordTask));

function read<Name extends WordReaderName>({ reader, given }: WordTask<Name>): unknown {
  const find = WORD_READERS[reader] as (given: Given<Name>) => unknown;
  return find(given);
}
