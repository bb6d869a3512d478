import { jsonBytes } from '@errand/json';
import { ARRAY_MAX_SIZE, IS_LENGTH, MAX_LENGTH } from 'class-validator';
import type { Rule } from './class-rules';
import { SMALL_JSON, SMALL_OBJECT } from './small-object.decorator';
import { HAS_TEXTS } from './texts.decorator';

/** What a field may have at most, by its rules; Infinity where they say nothing. */
export interface Sizes {
  items: number;
  /** Characters of a text, or of each text of a list. */
  characters: number;
  /** As JSON. */
  bytes: number;
  members: number;
}

/** A character that is counted once has at most three code units: a surrogate pair and the selector of its presentation. */
const unitsOfCharacter = 3;

/** More fields than that no object of a request has. */
const mostFields = 200;

export function sizesOf(rules: readonly Rule[]): Sizes {
  const most = (name: string, place: number) =>
    Math.min(
      ...rules.flatMap((rule) => (rule.name === name ? ((rule.constraints as number[])[place] ?? Infinity) : Infinity)),
    );
  return {
    items: most(ARRAY_MAX_SIZE, 0),
    characters: Math.min(most(MAX_LENGTH, 0), most(IS_LENGTH, 1)),
    bytes: Math.min(most(SMALL_OBJECT, 0), most(SMALL_JSON, 0)),
    members: most(HAS_TEXTS, 0),
  };
}

/**
 * Why a value is larger than anything that its field's rules take; asked before what is in it is looked at. One that is
 * only a little too large is left to the rules.
 */
export function tooLarge(value: unknown, { items, characters, bytes, members }: Sizes): string | undefined {
  if (Array.isArray(value) && value.length > items) return `must contain no more than ${items} elements`;
  if (typeof value === 'string' && value.length > characters * unitsOfCharacter) {
    return `must be shorter than or equal to ${characters} characters`;
  }
  if (bytes < Infinity && jsonBytes(value, bytes) > bytes) return `must be at most ${bytes} bytes as JSON`;
  if (members < Infinity && membersOf(value, members) > members) return `must have at most ${members} members`;
  return undefined;
}

/** The same of an object that has fields of its own. */
export function tooManyFields(value: object): string | undefined {
  return membersOf(value, mostFields) > mostFields ? `must have at most ${mostFields} fields` : undefined;
}

/** Counted to `most` and one. */
function membersOf(value: unknown, most: number): number {
  let count = 0;
  for (const _ in Object(value) as object) if ((count += 1) > most) break;
  return count;
}
