import { RE2JS, RE2JSException } from 're2js';
import type { Meter } from './meter';

const maxLength = 1000;

/** A regular expression that takes time in proportion to the text, whatever the text: no backtracking, by RE2. */
export interface Pattern {
  /** Whether it matches anywhere in the text. */
  isIn(text: string, meter: Meter): boolean;
}

/** @returns what is wrong with it, as text, instead of a pattern */
export function compilePattern(source: string): Pattern | string {
  if (source.length > maxLength) return `the pattern is longer than ${maxLength} characters`;
  try {
    const compiled = RE2JS.compile(source);
    // The automaton looks at each character with up to all of its instructions.
    const unitsPerCharacter = compiled.programSize() / 8;
    return {
      isIn(text, meter) {
        meter.spend(text.length * unitsPerCharacter);
        return compiled.test(text);
      },
    };
  } catch (error) {
    if (error instanceof RE2JSException) return `bad regular expression: ${error.message.replace(/^.*?: /, '')}`;
    throw error;
  }
}
