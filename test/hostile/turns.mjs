// Loaded before a process under test (`node --import`). It measures the longest turn of the event loop in CPU time of the
// main thread, which another process's load does not change, and tells it to the parent who asks.
import fs from 'node:fs';
import { setInterval } from 'node:timers';

const EVERY_MS = 5;
let last = threadCpuMs();
let longestTurnMs = 0;
let isAsked = false;

// A timer that is due is called once in each turn of the loop, so no turn is longer than what lies between two calls.
setInterval(() => {
  const now = threadCpuMs();
  longestTurnMs = Math.max(longestTurnMs, now - last);
  last = now;
  if (!isAsked) return;
  isAsked = false;
  process.send({ longestTurnMs });
  longestTurnMs = 0;
}, EVERY_MS).unref();

process.on('message', (message) => {
  if (message === 'longest turn?') isAsked = true;
});
process.channel.unref();

/** Of this thread where the system tells it (Linux), else of the process, which is more. */
function threadCpuMs() {
  const file = '/proc/thread-self/schedstat';
  if (fs.existsSync(file)) return Number(fs.readFileSync(file, 'latin1').split(' ')[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
