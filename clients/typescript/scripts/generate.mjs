// Writes the types of the REST API from the OpenAPI document of a running api:
//   node clients/typescript/scripts/generate.mjs [URL of the api] [file]
import fs from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const [url = 'http://127.0.0.1:3000', file = new URL('../src/schema.generated.ts', import.meta.url)] =
  process.argv.slice(2);

// A field with a default may be left out of a request.
const types = await openapiTS(new URL('/api/openapi.json', url), { defaultNonNullable: false });
fs.writeFileSync(
  file,
  `// Made by npm run client:generate from the OpenAPI document; do not edit.\n${astToString(types)}`,
);
