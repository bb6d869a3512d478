import { RE2JS, RE2JSException, RE2Set } from 're2js';
import type { Meter } from './meter';

const maxLength = 1000;
/** Instructions of all patterns of a rule: to compile one costs some 5 µs. */
const maxSize = 5000;
const maxPatterns = 50;

/** A regular expression that takes time in proportion to the text, whatever the text: no backtracking, by RE2. */
export interface Pattern {
  /** Whether it matches anywhere in the text. */
  isIn(text: string, meter: Meter): boolean;
}

/** Compiles the patterns of one rule, which are bounded together. */
export class PatternCompiler {
  private patterns = 0;
  private size = 0;

  /** @returns what is wrong with it, as text, instead of a pattern */
  compile(source: string): Pattern | string {
    if (source.length > maxLength) return `the pattern is longer than ${maxLength} characters`;
    this.patterns += 1;
    if (this.patterns > maxPatterns) return `there are more than ${maxPatterns} patterns`;
    if (repeatedSize(source) > maxSize * 8) return tooLarge;
    try {
      const size = RE2JS.compile(source).programSize();
      this.size += size;
      return this.size > maxSize ? tooLarge : patternOf(source, size);
    } catch (error) {
      if (error instanceof RE2JSException) return `bad regular expression: ${error.message.replace(/^.*?: /, '')}`;
      throw error;
    }
  }
}

const tooLarge = `the patterns repeat too much: they compile to more than ${maxSize} instructions`;

/** No more instructions than this come of it: what is repeated is compiled so often. 140,000 of them take 0.1 s. */
function repeatedSize(source: string): number {
  let repetitions = 0;
  for (const [, min, max] of source.matchAll(/\{(\d{1,6})(?:,(\d{0,6}))?\}/g)) {
    repetitions += Math.max(Number(min), Number(max ?? 0));
  }
  return source.length * repetitions;
}

function patternOf(source: string, size: number): Pattern {
  // So few instructions have no more states than the automaton keeps. Of more it may have to make a state a character,
  // and looks at all instructions for each.
  const stepsPerCharacter = size <= 10 ? 1 : size / 2;
  return {
    isIn(text, meter) {
      meter.spend(text.length * stepsPerCharacter);
      return matcherOf(source, size, meter).match(text).length > 0;
    },
  };
}

/** The states of an automaton that are kept from one text to the next; RE2JS itself would keep 8 MB a pattern. */
const stateBytes = 65_536;
/** Automata that are kept in this process, whichever rules they are of: those that were last in use. */
const mostMatchers = 2_000;
const matchers = new Map<string, RE2Set>();

function matcherOf(source: string, size: number, meter: Meter): RE2Set {
  let matcher = matchers.get(source);
  if (matcher === undefined) {
    meter.spend(size * 20);
    matcher = new RE2Set(RE2Set.UNANCHORED, 0, stateBytes);
    matcher.add(source);
    matcher.compile();
  }
  matchers.delete(source);
  matchers.set(source, matcher);
  for (const oldest of matchers.size > mostMatchers ? matchers.keys() : []) {
    matchers.delete(oldest);
    break;
  }
  return matcher;
}
