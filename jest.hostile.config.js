const chaos = require('./jest.chaos.config.js');

// Hostile input against started processes, for minutes; `npm test` has a short form of it (test/api/hostile.spec.ts).
module.exports = {
  ...chaos,
  roots: ['<rootDir>/test/hostile'],
  testRegex: '\\.hostile\\.ts$',
};
