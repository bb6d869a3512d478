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
const { compilerOptions } = require('./tsconfig.json');

const aliases = Object.entries(compilerOptions.paths).map(([alias, [file]]) => [
  `^${alias}$`,
  file.replace('./', '<rootDir>/'),
]);

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  moduleFileExtensions: ['js', 'mjs', 'json', 'ts'],
  transform: {
    // Not isolated, since the OpenAPI plugin asks the type checker; type errors are for `npm run build` to tell.
    '^.+\\.ts$': [
      'ts-jest',
      {
        tsconfig: { ...compilerOptions, isolatedModules: false },
        diagnostics: { exclude: ['**'], ignoreCodes: ['TS151002'] },
        astTransformers: { before: ['<rootDir>/test/swagger-transformer.cjs'] },
      },
    ],
    '^.+\\.m?js$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: Object.fromEntries(aliases),
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
