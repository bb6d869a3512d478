import { firstAt, parsedJson, textOf } from './json-places';

/** Where providers put the id of what they made, most common first. */
const usualPlaces = [
  ['id'],
  ['activityId'],
  ['activity_id'],
  ['providerActivityId'],
  ['provider_activity_id'],
  ['data', 'id'],
];

/** PostgreSQL refuses index entries above 2.7 kB; no real id comes near this. */
const MAX_ID_LENGTH = 512;

/**
 * The provider's id in a response body, or null. `pointer` (a JSON Pointer, RFC 6901) replaces the usual places.
 * Numbers become strings, digit by digit, also beyond 2^53.
 */
export function responseId(body: string, pointer?: string): string | null {
  const places = pointer === undefined ? usualPlaces : [pointerSteps(pointer)];
  return asId(firstAt(parsedJson(body), places));
}

/** @returns why the text is not a JSON Pointer to a member, or null. */
export function pointerProblem(pointer: string): string | null {
  return /^(?:\/(?:[^~/]|~[01])*)+$/.test(pointer) ? null : 'must be a JSON Pointer such as /data/id';
}

/** The members that a JSON Pointer leads through. */
export function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What somebody says is an id, if it can be one. */
export function asId(value: unknown): string | null {
  const id = textOf(value);
  return id !== null && id.length <= MAX_ID_LENGTH ? id : null;
}
