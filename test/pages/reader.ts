import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { type Block, httpOf, shown } from './blocks';
import { requester } from '../support/api';
import type { Sink } from '../support/sink';

/** How long a page's “a moment later” may be. */
const momentMs = 20_000;

export interface Place {
  /** Of the api. */
  url: string;
  /** Of the tenant. */
  key: string;
  /** What `https://….example.com` on the pages is. */
  sink: Sink;
  /** Where commands are run, and what they find in their environment. */
  cwd: string;
  env: Record<string, string>;
}

/** Somebody who goes through a page from its top and does what each block says. */
export class Reader {
  /** The id of the last thing that each collection was seen to have, by the collection's path. */
  private readonly ids = new Map<string, string>();
  private shell: ChildProcess | undefined;

  constructor(private readonly place: Place) {}

  close(): void {
    this.shell?.kill();
  }

  /** @param answer the block after it, where that shows what it answers or prints */
  async does(block: Block, answer: Block | undefined): Promise<void> {
    const { kind, text } = block;
    if (kind === 'http') return this.request(text, answer?.text);
    if (kind === 'yaml') return this.import(text, answer?.text);
    if (kind === 'sh') return this.runs(text, answer?.text);
    if (kind === 'json answers') return this.answers(text);
    if (kind === 'http received') return this.received(text);
    throw new Error(`nobody knows what to do with a block “${kind}”`);
  }

  private async request(text: string, answer: string | undefined): Promise<void> {
    const { method, target, headers, body } = httpOf(this.here(text));
    const path = this.filled(target);
    const expected = answer === undefined ? undefined : shown(this.here(answer));
    const send = requester(this.place.url);
    const options = { key: this.place.key, headers: Object.fromEntries(headers), ...(body === '' ? {} : { body }) };
    // What is only read may be there a moment later.
    await soon(method === 'GET', async () => {
      const given = await send<unknown>(method, path, options);
      if (expected?.status === undefined) expect([given.body, given.status < 300]).toEqual([given.body, true]);
      else expect([given.body, given.status]).toEqual([given.body, expected.status]);
      if (expected) expect({ answer: given.body }).toMatchObject({ answer: expected.json });
      this.remember(target, given);
    });
  }

  private async import(text: string, refusal: string | undefined): Promise<void> {
    const headers = { 'content-type': 'application/yaml' };
    const options = { key: this.place.key, headers, body: text };
    const { status, body } = await requester(this.place.url)('POST', '/api/rules/import', options);
    const message = refusal?.trim();
    if (message === undefined) expect([body, status]).toEqual([body, 200]);
    else expect([body, status]).toEqual([expect.objectContaining({ code: 'INVALID_RULE', message }), 400]);
  }

  /** In one shell from the top of the page to its end; a `curl` that is answered 4xx or 5xx ends it, as any failure does. */
  private async runs(text: string, answer: string | undefined): Promise<void> {
    const expected = answer === undefined ? undefined : (shown(answer).json as object);
    await soon(!text.includes(' -d '), async () => {
      const output = await this.typed(this.here(text));
      if (expected) expect(JSON.parse(output)).toMatchObject(expected);
    });
  }

  private async typed(text: string): Promise<string> {
    const { cwd, env } = this.place;
    this.shell ??= spawn('bash', ['-e', '-o', 'pipefail'], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout, stderr } = this.shell;
    if (!stdin || !stdout || !stderr || this.shell.exitCode !== null) throw new Error('the shell has ended');
    const end = `end-of-block-${Math.random()}`;
    let output = '';
    let errors = '';
    stderr.removeAllListeners('data').on('data', (chunk: Buffer) => (errors += String(chunk)));
    const done = new Promise<void>((resolve, reject) => {
      this.shell
        ?.removeAllListeners('close')
        .once('close', (code) => reject(new Error(`exit ${code}: ${output}\n${errors}`)));
      stdout.removeAllListeners('data').on('data', (chunk: Buffer) => {
        output += String(chunk);
        if (output.includes(end)) resolve();
      });
    });
    stdin.write(`curl() { command curl --fail-with-body "$@"; }\n${text}\necho '${end}'\n`);
    await done;
    return output.replace(`${end}\n`, '');
  }

  /** What the reader's own system, or the provider, answers from now on. */
  private answers(text: string): void {
    const [, status = '200', body = ''] = /^(?:(\d{3})\n)?([^]*)$/.exec(text) ?? [];
    this.place.sink.answerWith(({ json }) => {
      const { items = [] } = (json ?? {}) as { items?: { activityId: string }[] };
      let index = 0;
      const given = JSON.parse(body, (key, value: unknown) => {
        return key === 'activityId' && value === '…' ? items[index++]?.activityId : value;
      }) as unknown;
      return { status: Number(status), body: given };
    });
  }

  private async received(text: string): Promise<void> {
    const { method, target, headers, body } = httpOf(text);
    const expected = { method, path: target, headers: Object.fromEntries(headers), json: JSON.parse(body) as unknown };
    const wanted = { ...expected, ...(shown(JSON.stringify(expected)).json as object) };
    await soon(true, async () => {
      expect(this.place.sink.requests.filter((request) => request.path === target).at(-1)).toMatchObject(wanted);
    });
  }

  private remember(target: string, { status, body }: { status: number; body: unknown }): void {
    const collection = target.replace(/\?.*/, '');
    const { id, action_id: actionId, data } = (body ?? {}) as Record<string, unknown>;
    if (typeof actionId === 'string') this.ids.set('/v1/scheduled', actionId);
    const [first] = Array.isArray(data) ? (data as { id?: string }[]) : [];
    const seen = status === 201 ? id : first?.id;
    if (typeof seen === 'string') this.ids.set(collection.replace(/\/tasks$/, ''), seen);
  }

  /** `/api/activities/{id}` is of the last activity that was made or listed. */
  private filled(target: string): string {
    let filled = target;
    for (const { 0: place, index } of target.matchAll(/\{\w+\}/g)) {
      const collection = target.slice(0, index - 1);
      const id = this.ids.get(collection);
      if (id === undefined) throw new Error(`nothing of ${collection} was seen`);
      filled = filled.replace(place, id);
    }
    return filled;
  }

  private here(text: string): string {
    return text
      .replaceAll(/http:\/\/(?:localhost|127\.0\.0\.1):3000/g, this.place.url)
      .replaceAll(/https:\/\/\w+\.example\.com/g, this.place.sink.url);
  }
}

/** Tries until it holds: what another process does is there a moment later. */
async function soon(mayTakeAMoment: boolean, check: () => Promise<void>): Promise<void> {
  for (const deadline = Date.now() + momentMs; ; await delay(20)) {
    try {
      return await check();
    } catch (error) {
      if (!mayTakeAMoment || Date.now() > deadline) throw error;
    }
  }
}
