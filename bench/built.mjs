import { fileURLToPath } from 'node:url';

/**
 * A file of the build.
 * @param {string} file its source path, with the suffix .js
 */
export function built(file) {
  return fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
}

/** @param {'api' | 'dispatcher'} app */
export const mainOf = (app) => built(`apps/${app}/src/main.js`);
