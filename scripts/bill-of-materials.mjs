// Writes what the product is made of beside the build: a CycloneDX SBOM of what it runs with, and the licence of each
// package with its text. A package whose licence is not listed here fails the build. Those of scope `optional` are
// PostgreSQL itself, which the image does not have.
// usage: node scripts/bill-of-materials.mjs [folder, default dist]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Whoever passes the product on has to keep the notices of these, and nothing more. */
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['PostgreSQL', 'Python-2.0', 'Unlicense', 'CC0-1.0'],
]);

/** npm says it of a package of which one copy of several is a tool's. */
const development = 'cdx:npm:package:development';

const folder = path.resolve(process.argv[2] ?? 'dist');
/** Where each package that the product runs with is installed, by its name and version. */
const places = new Map(installed().map(([place, { version }]) => [`${packageAt(place)}@${version}`, place]));
const bill = billOfMaterials();
const { components } = bill;
const refused = components.filter((component) => !isAllowed(licenceOf(component)));
if (refused.length > 0) {
  const lines = refused.map((component) => `  ${nameOf(component)}: ${licenceOf(component) || 'none'}`);
  process.stderr.write(`Licences that scripts/bill-of-materials.mjs does not allow:\n${lines.join('\n')}\n`);
  process.exit(1);
}
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
fs.writeFileSync(path.join(folder, 'THIRD_PARTY_LICENSES'), licences());
process.stdout.write(`${components.length} packages, all licences allowed\n`);

function billOfMaterials() {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...args] = [...npm, 'sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const all = JSON.parse(execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
  // Not by npm's own --omit dev: it leaves out what the product and a tool both need, such as @nestjs/core.
  const components = all.components
    .filter((component) => places.has(nameOf(component)))
    .map((component) => ({
      ...component,
      properties: component.properties?.filter(({ name }) => name !== development),
    }));
  const kept = new Set([all.metadata.component, ...components].map(refOf));
  const dependencies = all.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  // npm calls the product by the name of its folder.
  all.metadata.component.name = JSON.parse(fs.readFileSync('package.json', 'utf8')).name;
  return { ...all, components, dependencies };
}

function refOf(component) {
  return component['bom-ref'];
}

function licenceOf({ licenses = [] }) {
  return licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '').join(' AND ');
}

/** An id, or an SPDX expression of ids with OR alone or AND alone; what else there may be in one is not allowed. */
function isAllowed(licence) {
  const text = licence.replace(/^\((.*)\)$/, '$1');
  return text.split(' OR ').some((id) => allowed.has(id)) || text.split(' AND ').every((id) => allowed.has(id));
}

function nameOf({ name, version }) {
  return `${name}@${version}`;
}

function licences() {
  const texts = components.map((component) => {
    const name = nameOf(component);
    return `${name}\nLicence: ${licenceOf(component)}\n\n${textIn(places.get(name)) ?? 'The package brings no text of it.'}\n`;
  });
  return [...new Set(texts)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function installed() {
  const { packages } = JSON.parse(fs.readFileSync('node_modules/.package-lock.json', 'utf8'));
  return Object.entries(packages).filter(([, { dev, devOptional }]) => !dev && !devOptional);
}

function packageAt(place) {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function textIn(place) {
  const files = fs.readdirSync(place).filter((name) => /^(licen[cs]e|copying|notice)([-.]|$)/i.test(name));
  return files.map((file) => fs.readFileSync(path.join(place, file), 'utf8').trim()).join('\n\n') || undefined;
}
