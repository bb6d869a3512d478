// Builds the console's page into dist/apps/console, and beside each asset a smaller one for browsers that take it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
// Otherwise React's build for development is taken where a test or a shell set another, with 70 kB more.
process.env.NODE_ENV = 'production';
await build({ configFile: path.join(root, 'apps/console/vite.config.mjs'), logLevel: 'error' });

const assets = path.join(root, 'dist/apps/console/assets');
for (const name of fs.readdirSync(assets)) {
  const file = path.join(assets, name);
  const content = fs.readFileSync(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  fs.writeFileSync(`${file}.br`, brotliCompressSync(content, quality));
  fs.writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
