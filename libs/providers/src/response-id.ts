import { firstAt, parsedJson } from './json-places';

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
  const found = firstAt(parsedJson(body), places);
  if (typeof found === 'number' && !Number.isSafeInteger(found)) {
    return asId(firstAt(parsedJson(quoteLongIntegers(body)), places));
  }
  return asId(found);
}

/** @returns why the text is not a JSON Pointer to a member, or null. */
export function pointerProblem(pointer: string): string | null {
  return /^(?:\/(?:[^~/]|~[01])*)+$/.test(pointer) ? null : 'must be a JSON Pointer such as /data/id';
}

function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function asId(value: string | number | undefined): string | null {
  const id = value === undefined ? '' : String(value);
  return id === '' || id.length > MAX_ID_LENGTH ? null : id;
}

function quoteLongIntegers(body: string): string {
  return body.replace(/([:[,]\s*)(-?\d{16,})(?=\s*[,}\]])/g, '$1"$2"');
}
