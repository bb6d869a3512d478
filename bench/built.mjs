import { fileURLToPath } from 'node:url';

/**
 * A file of the build; the build compiles the libraries once for each application.
 * @param {'api' | 'dispatcher' | 'cli'} app
 * @param {string} file its source path, with the suffix .js
 */
export function built(app, file) {
  return fileURLToPath(new URL(`../dist/apps/${app}/${file}`, import.meta.url));
}

/** @param {'api' | 'dispatcher'} app */
export const mainOf = (app) => built(app, `apps/${app}/src/main.js`);
