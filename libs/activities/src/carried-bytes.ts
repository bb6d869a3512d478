import type { FieldProblem } from '@errand/errors';
import { jsonBytes } from '@errand/json';
import type { NewActivity } from './new-activity';

/** What of an activity counts towards MAX_ACTIVITY_BYTES; an action's payload is its given attributes. */
export interface Carried extends Pick<NewActivity, 'attributes' | 'metadata'> {
  /** Any JSON. */
  givenAttributes?: unknown;
}

/**
 * UTF-8 bytes of the JSON of attributes, as they are given with their fallbacks, and metadata.
 * @param most what is more than that is not counted any further
 */
export function carriedBytes({ attributes, givenAttributes, metadata }: Carried, most = Infinity): number {
  let bytes = 0;
  for (const part of [attributes, givenAttributes, metadata]) {
    if (part !== null && part !== undefined && bytes <= most) bytes += jsonBytes(part, most - bytes);
  }
  return bytes;
}

/**
 * The refusal of an activity that carries more than MAX_ACTIVITY_BYTES allows.
 * @param field by which the sender knows its attributes
 */
export function tooManyBytes(carried: Carried, maxBytes: number, field = 'attributes'): FieldProblem | undefined {
  if (carriedBytes(carried, maxBytes) <= maxBytes) return undefined;
  return { field, message: `must be at most ${maxBytes} bytes as JSON, together with metadata` };
}
