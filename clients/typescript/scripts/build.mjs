// Builds the package: one ES module, one CommonJS module, and types for each.
//   node clients/typescript/scripts/build.mjs [folder]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
const require = createRequire(import.meta.url);
const folderOf = (name) => path.join(root, '../../node_modules', name);

/** Bundled, and so are their types: who installs the client installs nothing else. */
const bundled = {
  'openapi-fetch': 'dist/index.d.mts',
  'openapi-typescript-helpers': 'dist/index.d.mts',
};

async function bundle(format) {
  const folder = path.join(out, format);
  const entryPoints = [path.join(root, 'src/index.ts')];
  const outfile = path.join(folder, 'index.js');
  await build({ entryPoints, outfile, format, bundle: true, platform: 'neutral', target: 'es2022', sourcemap: true });
  if (format === 'cjs') fs.writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}

/** In a folder of its own for each format, since TypeScript takes a module’s format from the folder’s package.json. */
function declare(format) {
  const folder = path.join(out, format);
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', root, '--outDir', folder], {
    stdio: 'inherit',
  });
  for (const [name, file] of Object.entries(bundled)) {
    fs.copyFileSync(path.join(folderOf(name), file), path.join(folder, `${name}.d.ts`));
  }
  for (const name of fs.readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    const file = path.join(folder, name);
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace(/from (['"])(openapi-fetch|openapi-typescript-helpers)\1/g, "from './$2.js'"));
  }
}

fs.rmSync(out, { recursive: true, force: true });
for (const format of ['esm', 'cjs']) {
  await bundle(format);
  declare(format);
}
for (const name of Object.keys(bundled)) {
  fs.copyFileSync(path.join(folderOf(name), 'LICENSE'), path.join(out, `LICENSE-${name}`));
}
