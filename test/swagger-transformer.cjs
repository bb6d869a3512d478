// The same @nestjs/swagger compiler plugin as the build, so that tests see the same OpenAPI document.
const plugin = require('@nestjs/swagger/plugin');
const { compilerOptions } = require('../nest-cli.json');

const { options } = compilerOptions.plugins.find((entry) => entry.name === '@nestjs/swagger');

module.exports = {
  name: 'nestjs-swagger',
  version: 1,
  factory: (compiler) => plugin.before(options, compiler.program),
};
