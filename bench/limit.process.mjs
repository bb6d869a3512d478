// What HTTP alone costs: the same calls with nothing around them, by undici and by axios.
import http from 'node:http';
import axios from 'axios';
import { Agent, request } from 'undici';
import { callHeaders, samplePayloads } from './activities.mjs';
import { inParallel } from './numbers.mjs';
import { now, serve } from './rpc.mjs';

/** @type {Record<string, (url: string, concurrency: number) => (key: string, body: string) => Promise<string>>} */
const clients = {
  undici(url, concurrency) {
    const dispatcher = new Agent({ connections: concurrency });
    return async (key, body) => {
      const answer = await request(url, { method: 'POST', headers: callHeaders(key), body, dispatcher });
      return readId(await answer.body.text());
    };
  },
  axios(url, concurrency) {
    const httpAgent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
    return async (key, body) => {
      const answer = await axios.post(url, body, { headers: callHeaders(key), adapter: 'http', httpAgent });
      return answer.data.id;
    };
  },
};

/** @param {string} text */
const readId = (text) => JSON.parse(text).id;

/** @returns {Promise<import('./bench.mjs').Measured>} */
async function run(
  /** @type {string} */ name,
  /** @type {string} */ url,
  /** @type {{ count: number, warmUp: number, concurrency: number }} */ { count, warmUp, concurrency },
) {
  const call = clients[name]?.(url, concurrency);
  if (!call) throw new Error(`no client ${name}`);
  const round = async (/** @type {number} */ calls) => {
    const payloads = samplePayloads(calls);
    const start = now();
    const cpuStart = process.cpuUsage();
    await inParallel(payloads, concurrency, async (payload) => {
      if (!(await call(payload.id, JSON.stringify(payload)))) throw new Error('no id');
    });
    const { user, system } = process.cpuUsage(cpuStart);
    return { rate: (calls * 1000) / (now() - start), cpu: { client: (user + system) / 1000 / calls, postgres: 0 } };
  };
  await round(warmUp);
  return round(count);
}

serve({ run });
