const { projects } = require('./jest.config.js');

const whole = projects.find(({ displayName }) => displayName === 'whole');

// Faults on purpose, for minutes: not part of `npm test`, which has a short form of it (test/dispatch/chaos.spec.ts).
module.exports = {
  ...whole,
  roots: ['<rootDir>/test/chaos'],
  testRegex: '\\.chaos\\.ts$',
  testTimeout: 3_600_000,
  maxWorkers: 1,
};
