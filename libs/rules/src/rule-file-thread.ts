import path from 'node:path';
import { Worker } from 'node:worker_threads';
// Its types alone: they also make the compiler build it, which nothing else names.
import type { RuleFileAnswer, RuleFileJob } from './rule-file.worker';

/** Beside this file once both are built; the tests of the sources read files without a thread. */
const workerFile = path.join(__dirname, 'rule-file.worker.js');

/** Most files take less than a second; one of 500 rules with the longest patterns takes 5 s, and as long again on a busy machine. */
const mostMs = 20_000;
const mostHeapMb = 256;

/**
 * Does the job in a new thread. A thread is ended only from outside, whatever it is at, and one that has had a bad file
 * leaves nothing to the next; to start one takes a tenth of a second.
 */
export async function inThread(
  job: RuleFileJob,
  deadlineMs = mostMs,
  heapMb = mostHeapMb,
): Promise<RuleFileAnswer | { exceeded: 'time' | 'memory' }> {
  // It reads what anybody sends, so it has no part in the settings, which hold keys, nor in what was loaded beside the api.
  const worker = new Worker(workerFile, {
    workerData: job,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  });
  let deadline: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      deadline = setTimeout(() => resolve({ exceeded: 'time' }), deadlineMs);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ exceeded: 'memory' });
        else reject(error);
      });
      worker.once('exit', () => reject(new Error('The thread ended without an answer')));
    });
  } finally {
    clearTimeout(deadline);
    await worker.terminate();
  }
}
