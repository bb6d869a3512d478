// Writes, from the OpenAPI document of a running api, the types of the REST API, and the console's table of permissions:
//   node clients/typescript/scripts/generate.mjs [URL of the api] [file of types] [file of permissions]
/* global fetch */
import fs from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const [
  url = 'http://127.0.0.1:3000',
  typesFile = new URL('../src/schema.generated.ts', import.meta.url),
  permissionsFile = new URL('../../../apps/console/src/session/permissions.generated.ts', import.meta.url),
] = process.argv.slice(2);
const documentUrl = new URL('/api/openapi.json', url);
const mark = '// Made by npm run client:generate from the OpenAPI document; do not edit.\n';

// A field with a default may be left out of a request.
const types = await openapiTS(documentUrl, { defaultNonNullable: false });
fs.writeFileSync(typesFile, `${mark}${astToString(types)}`);

const document = await (await fetch(documentUrl)).json();
const lines = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => operation['x-permission'] !== undefined && operation['x-permission'] !== 'any')
    .map(([method, operation]) => {
      const permissions = operation['x-permission'].split(' or ').map((permission) => `'${permission}'`);
      return `  '${method.toUpperCase()} ${path}': [${permissions.join(', ')}],`;
    }),
);
fs.writeFileSync(
  permissionsFile,
  `${mark}
/** Of which permissions each operation needs one. */
export const permissionsOf = {
${lines.join('\n')}
} as const;
`,
);
