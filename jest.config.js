const { compilerOptions } = require('./tsconfig.json');

// NestJS 12 and the CEL parser are published as ES modules only; jest runs CommonJS, so these packages are translated.
const esmPackages = [
  '@nestjs',
  '@marcbachmann',
  'content-disposition',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];

const swc = (jsc) => ['@swc/jest', { swcrc: false, jsc: { target: 'es2022', ...jsc }, module: { type: 'commonjs' } }];
const decorators = { legacyDecorator: true, decoratorMetadata: true };

/** Where the libraries' aliases lead, below `root`. */
const aliases = (root, extension) =>
  Object.entries(compilerOptions.paths).map(([alias, [file]]) => [
    `^${alias}$`,
    file.replace('./', root).replace(/\.ts$/, extension),
  ]);

/** One file at a time and no type check: type errors are for `npm run build` and `npm run lint` to tell. */
const usual = {
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  moduleFileExtensions: ['js', 'mjs', 'json', 'ts'],
  transform: {
    '\\.ts$': swc({ parser: { syntax: 'typescript', decorators: true }, transform: decorators }),
    '\\.m?js$': swc({ parser: { syntax: 'ecmascript' } }),
  },
};
const ignored = `/node_modules/(?!(${esmPackages.join('|')})/)`;

/** The specs beside their file: the sources, without a build, a database or another process. */
const unit = {
  ...usual,
  displayName: 'unit',
  roots: ['<rootDir>/apps', '<rootDir>/libs'],
  transformIgnorePatterns: [ignored],
  moduleNameMapper: Object.fromEntries(aliases('<rootDir>/', '.ts')),
};

/**
 * The tests of the product as a whole run what is shipped, that is the build, which test/global-setup.cjs brings up to
 * date. Only it has what the OpenAPI plugin asks of the type checker: the document, and which fields may be null.
 */
const whole = {
  ...usual,
  displayName: 'whole',
  roots: ['<rootDir>/test'],
  transformIgnorePatterns: [ignored, '<rootDir>/dist/'],
  moduleNameMapper: Object.fromEntries([
    ...aliases('<rootDir>/dist/', '.js'),
    // Stand-ins for providers are beside their dispatchers, and no part of the build.
    ['^(?:\\.\\./)+(libs/.*\\.receiver)$', '<rootDir>/$1.ts'],
    ['^(?:\\.\\./)+(apps|libs|migrations)(/.*)?$', '<rootDir>/dist/$1$2'],
  ]),
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
};

/** Jest reads these here and in no project. */
module.exports = {
  projects: [unit, whole],
  testTimeout: 30_000,
  maxWorkers: 2,
  // A worker keeps what each file has loaded: 3.9 GB towards the end, which then slowed whatever ran.
  workerIdleMemoryLimit: '1GB',
};
