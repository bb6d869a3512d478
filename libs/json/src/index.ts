/**
 * Knows how JSON is read and written without losing what JavaScript's numbers and objects cannot hold. Must not know
 * what the JSON says.
 */
export { isTextTooDeep, isTooDeep, maxDepth } from './depth';
export { jsonBytes } from './json-bytes';
export { jsonExcess } from './json-excess';
export { JsonText, writeJson } from './json-text';
export { LongInteger, longIntegerIn } from './long-integer';
export { readJson } from './read-json';
