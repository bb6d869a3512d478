// Writes docs/providers.md from what the providers of the build declare. `--check`: says whether it is what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import prettier from 'prettier';

const root = join(import.meta.dirname, '..');
const file = join(root, 'docs/providers.md');
const require = createRequire(import.meta.url);
const fromBuild = (path) => require(join(root, 'dist/libs', path));

const head = `# Providers

Whom Errand can send through, and what an account at each of them (a [dispatch config](dispatch-configs.md)) needs. The same is
at \`GET /api/dispatch-providers/<code>/channel-definitions\`. This page is written by \`npm run docs:providers\`.

## A real e-mail in three commands

A mail server that catches every mail and delivers none, in one terminal:

<!-- not run: it stays in the foreground -->

\`\`\`sh
npm run mail:catch
\`\`\`

Errand in another. Without \`OUTBOUND_ALLOW_CIDRS\` it connects to public addresses alone:

<!-- not run: it starts what the others are run in -->

\`\`\`sh
OUTBOUND_ALLOW_CIDRS=127.0.0.1/32:1025 npm start
\`\`\`

And in a third, with the demo key that the second said, an account at the mail server and a mail to the owner of a demo store:

<!-- not run: it needs the mail server -->

\`\`\`sh
KEY=erk_…

curl -sS http://127.0.0.1:3000/api/dispatch-configs -H "x-api-key: $KEY" -H 'content-type: application/json' -d '{"name":"mail","providerCode":"SMTP","channel":"EMAIL","baseUrl":"smtp://127.0.0.1:1025","settings":{"from":"Errand <errand@store.example>","subject":"Hello {{ recipient.firstName }}","text":"How is {{ commerce.name }} today?","requireTls":false}}' && curl -sS http://127.0.0.1:3000/api/activities -H "x-api-key: $KEY" -H 'content-type: application/json' -d '{"type":"MESSAGE","channel":"EMAIL","reason":"hello","commerceExternalId":"STORE-1","idempotencyKey":"hello-'"$(date +%s)"'","scheduledAt":"2026-01-01T00:00:00Z"}'
\`\`\`

The mail is printed in the first terminal, and at <http://127.0.0.1:1080>. With a real mail server \`baseUrl\` is its
\`smtps://…\` or \`smtp://…\`, \`credentials\` are \`{"user": "…", "password": "…"}\`, and \`requireTls\` is left out.

## How to read the tables

A credential or setting that is required has no default. ✱ marks a [Liquid](https://liquidjs.com) template over \`id\`, \`type\`,
\`channel\`, \`reason\`, \`scheduledAt\`, \`commerce\`, \`recipient\`, \`operator\`, \`route\`, \`attributes\` and \`metadata\`, in the form
that [payload v1](payload-v1.schema.json) has them; of a list or map each item is one. 🔒 is never shown again once it is saved. ↪
decides where calls go: another value of it needs the credentials again.
`;

const bases = {
  required: 'required',
  optional: 'optional; it replaces the provider’s own',
  none: 'not taken',
};

function section({ code, dispatcher }) {
  const { name, notes, channelDefinitions } = dispatcher;
  const title = name === code ? code : `${code} (${name})`;
  // Channels that ask for the same are told once.
  const groups = new Map();
  for (const { channel, ...definition } of channelDefinitions) {
    const text = definitionText(definition);
    groups.set(text, [...(groups.get(text) ?? []), channel]);
  }
  const parts = [...groups].map(([text, channels]) => `**${channels.join(', ')}**\n\n${text}`);
  return [`## ${title}`, ...(notes === undefined ? [] : [notes.trim()]), ...parts].join('\n\n');
}

function definitionText({
  baseUrl,
  baseUrlSchemes = ['http', 'https'],
  addressesPerson = false,
  credentials,
  settings,
}) {
  const schemes = baseUrl === 'none' ? '' : ` (${baseUrlSchemes.map((scheme) => `\`${scheme}://\``).join(' or ')})`;
  const to = addressesPerson ? ' It writes to or calls one person: an activity without a recipient fails.' : '';
  const base = `\`baseUrl\`${schemes}: ${bases[baseUrl]}.${to}`;
  return [base, table('Credential', credentials), table('Setting', settings)].filter(Boolean).join('\n\n');
}

function table(kind, fields) {
  if (fields.length === 0) return '';
  const rows = fields.map((field) => `| ${cellsOf(field).map(cell).join(' | ')} |`);
  return [`| ${kind} | Type | Default | What it is |`, '| --- | --- | --- | --- |', ...rows].join('\n');
}

function cellsOf(field) {
  const { key, type, options, required, default: fallback, description = '', help = '', template } = field;
  const marks = [template !== undefined && '✱', field.secret && '🔒', field.decidesDestination && '↪'].filter(Boolean);
  const value = fallback === undefined ? (required ? '**required**' : '–') : `\`${JSON.stringify(fallback)}\``;
  const kind = options === undefined ? type : options.map((option) => `\`${option}\``).join(', ');
  return [[`\`${key}\``, ...marks].join(' '), kind, value, [description, help].filter(Boolean).join(' ')];
}

/** A table has no lines within a cell, and what looks like HTML or Liquid is text. */
const cell = (text) =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replace(/<(?=[a-z/])/gi, '\\<');

async function providerDocs() {
  const { OutboundHttp } = fromBuild('outbound/src/index.js');
  const { DISPATCHER_METADATA } = fromBuild('providers/src/dispatcher.js');
  const { builtIn } = fromBuild('providers/src/providers.module.js');
  const http = new OutboundHttp({ allowCidrs: [] });
  const providers = builtIn.map((Dispatcher) => ({
    code: Reflect.getMetadata(DISPATCHER_METADATA, Dispatcher),
    dispatcher: new Dispatcher(http),
  }));
  await http.close();
  const sections = providers.sort((a, b) => (a.code < b.code ? -1 : 1)).map(section);
  const options = await prettier.resolveConfig(file);
  return prettier.format([head, ...sections].join('\n\n'), { ...options, filepath: file });
}

const text = await providerDocs();
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/providers.md is not what the providers declare: npm run docs:providers\n');
  process.exitCode = 1;
}
