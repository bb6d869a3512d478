// npm run new:provider -- ACME [--channel SMS]: a provider's folder in libs/providers/src, registered, whose tests pass.
/* global console */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const source = join(import.meta.dirname, '../libs/providers/src');
const channels = ['SALESMAN', 'CALLCENTER', 'WHATSAPP', 'EMAIL', 'SMS', 'PUSH'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { channel: { type: 'string', default: 'SMS' } },
});
const [code = ''] = positionals;
const { channel } = values;

if (positionals.length !== 1 || !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) || code.length > 64) {
  refuse('usage: npm run new:provider -- ACME [--channel SMS]   (the code is UPPER_SNAKE)');
}
if (!channels.includes(channel)) refuse(`there is no channel ${channel} (there are ${channels.join(', ')})`);

const folder = code.toLowerCase().replaceAll('_', '-');
const name = folder.replace(/(^|-)(.)/g, (_, _dash, letter) => letter.toUpperCase());
if (existsSync(join(source, folder)) || isTaken()) refuse(`there is a provider ${code} already`);

mkdirSync(join(source, folder));
write(`${folder}/${folder}.dispatcher.ts`, dispatcher());
write(`${folder}/${folder}.dispatcher.spec.ts`, spec());
change('providers.module.ts', (text) =>
  text
    .replace(
      /^(?=import \{ ProviderRegistry \})/m,
      `import { ${name}Dispatcher } from './${folder}/${folder}.dispatcher';\n`,
    )
    .replace(/(const builtIn = \[[^\]]*?),?\s*\]/, `$1, ${name}Dispatcher]`),
);
change('leaks.spec.ts', (text) =>
  text.replace(
    /^(?= {2}MOCK: \[)/m,
    `  ${code}: [
    ({ url }) => ({ baseUrl: url, credentials: { apiKey: plain('key') }, settings: { from: 'Shop', text: 'A text' } }),
  ],\n`,
  ),
);
console.log(`
It sends a message the way many APIs do. Make it ${code}'s: the call in prepare(), its codes in \`classes\`, its own
documentation in the spec. Then: npx prettier --write libs/providers && npx jest libs/providers/src/${folder}`);

function refuse(why) {
  console.error(why);
  process.exit(1);
}

function isTaken() {
  return readdirSync(source, { recursive: true })
    .filter((file) => file.endsWith('.dispatcher.ts'))
    .some((file) => readFileSync(join(source, file), 'utf8').includes(`@Dispatcher('${code}')`));
}

function write(file, text) {
  writeFileSync(join(source, file), text);
  console.log(`made     libs/providers/src/${file}`);
}

function change(file, edit) {
  const before = readFileSync(join(source, file), 'utf8');
  const after = edit(before);
  if (after === before) refuse(`libs/providers/src/${file} is not as expected: add ${name}Dispatcher there by hand`);
  writeFileSync(join(source, file), after);
  console.log(`changed  libs/providers/src/${file}`);
}

function dispatcher() {
  // A visit by a salesman is for a store; all else is for one person, whose address it needs.
  const isForPerson = channel !== 'SALESMAN';
  return `import { OutboundHttp } from '@errand/outbound';
import {
  type ActivityDispatcher,
  type ChannelDefinition,
  Dispatcher,
  type DispatchOutcome,
  type DispatchRequest,
  type PreparedCall,
} from '../dispatcher';
import { makeCall } from '../make-call';
import { outcomeOfResponse } from '../outcome';
import { type CodeClasses, refusal } from '../refusal';
import { urlUnder } from '../url-under';

/** Its own codes, from its documentation, by what follows from them. For all others the HTTP status says it. */
const classes: CodeClasses = {
  RETRY: ['QUEUE_FULL'],
  REJECTED: ['NO_SUCH_RECIPIENT'],
  MISCONFIGURED: ['SENDER_NOT_ALLOWED'],
};

/** \`POST {baseUrl}/messages\` with a bearer token; \`{id}\` comes back. */
@Dispatcher('${code}')
export class ${name}Dispatcher implements ActivityDispatcher {
  readonly name = '${name}';

  readonly channelDefinitions: readonly ChannelDefinition[] = [
    {
      channel: '${channel}',
      baseUrl: 'required',${isForPerson ? '\n      addressesPerson: true,' : ''}
      credentials: [
        {
          ...{ key: 'apiKey', label: 'API key', type: 'string', required: true, secret: true },
          description: 'Sent as a bearer token.',
        },
      ],
      settings: [
        { key: 'from', label: 'From', type: 'string', required: true, description: 'Who the message is from.' },
        {
          ...{ key: 'text', label: 'Text', type: 'text', required: true, template: 'none' },
          description: 'What the message says.',
        },
      ],
    },
  ];

  constructor(private readonly http: OutboundHttp) {}

  prepare({ payload, account, rendered }: DispatchRequest): PreparedCall {
    const { baseUrl, credentials, settings } = account;
    return {
      method: 'POST',
      url: urlUnder(baseUrl ?? '', '/messages'),
      headers: {
        authorization: \`Bearer \${String(credentials.apiKey)}\`,
        'content-type': 'application/json',
        'idempotency-key': payload.id,
      },
      body: JSON.stringify({ from: settings.from, to: ${isForPerson ? 'payload.recipient?.value' : 'payload.commerce?.externalId'}, text: rendered.text }),
    };
  }

  async dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const response = await makeCall(this.http, this.prepare(request), request.account, signal);
    const isAccepted = response.status >= 200 && response.status <= 299;
    return isAccepted ? outcomeOfResponse(response, request.account) : refusal(response, request.account, classes);
  }
}
`;
}

function spec() {
  return `import { randomUUID } from 'node:crypto';
import { OutboundHttp } from '@errand/outbound';
import { describeDispatcher } from '../conformance';
import { LoopbackProvider } from '../loopback-provider';
import { runDispatcher } from '../run-dispatcher';
import { samplePayload } from '../sample-payload';
import { ${name}Dispatcher } from './${folder}.dispatcher';

const createOutbound = () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] });
const account = (url: string) => ({
  baseUrl: url,
  credentials: { apiKey: '${folder}-key-5f1d' },
  settings: { from: 'Shop', text: 'Order {{ attributes.reference }}' },
});

describeDispatcher('${code}', {
  createOutbound,
  create: (http) => new ${name}Dispatcher(http),
  account,
  success: (providerId) => ({ status: 201, body: JSON.stringify({ id: providerId }) }),
});

describe('${code}', () => {
  let provider: LoopbackProvider;
  let http: OutboundHttp;
  beforeAll(async () => {
    provider = await LoopbackProvider.start();
    http = createOutbound();
  });
  afterAll(async () => {
    await http.close();
    await provider.stop();
  });

  async function send(status: number, answer: object) {
    provider.behave(() => ({ status, body: JSON.stringify(answer) }));
    const sample = samplePayload('${channel}', 'MESSAGE');
    const payload = { ...sample, attributes: { reference: 'A-7' } };
    const request = { payload, body: '', account: { id: randomUUID(), timeoutMs: 5_000, ...account(provider.url) } };
    return runDispatcher(new ${name}Dispatcher(http), request, new AbortController().signal);
  }

  it('is sent what its API wants', async () => {
    await send(201, { id: 'm-1' });
    const [request] = provider.received;
    expect(request).toMatchObject({ method: 'POST', path: '/messages' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer ${folder}-key-5f1d' });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ from: 'Shop', text: 'Order A-7' });
  });

  // Every code of its documentation has a line.
  it.each([
    [400, 'QUEUE_FULL', 'RETRY'],
    [400, 'NO_SUCH_RECIPIENT', 'REJECTED'],
    [400, 'SENDER_NOT_ALLOWED', 'MISCONFIGURED'],
    [400, 'UNKNOWN', 'REJECTED'],
    [401, 'UNKNOWN', 'MISCONFIGURED'],
    [429, 'UNKNOWN', 'RETRY'],
    [503, 'UNKNOWN', 'RETRY'],
  ])('takes %d %s for %s', async (status, code, disposition) => {
    const outcome = await send(status, { code, message: 'why' });
    expect(outcome).toMatchObject({ disposition, providerErrorCode: code, message: \`HTTP \${status}: why\` });
  });
});
`;
}
