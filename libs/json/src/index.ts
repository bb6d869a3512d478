/**
 * Knows how JSON and texts are read, written and stored without losing what JavaScript's numbers and objects or PostgreSQL
 * cannot hold. Must not know what they say.
 */
export { isTextTooDeep, isTooDeep, maxDepth } from './depth';
export { excerptOf } from './excerpt';
export { jsonBytes } from './json-bytes';
export { jsonExcess } from './json-excess';
export { JsonText, writeJson } from './json-text';
export { LongInteger, longIntegerIn } from './long-integer';
export { readJson } from './read-json';
export { isStorable, storableText } from './storable';
