import { isStorable, maxDepth } from '@errand/json';
import type { Meter } from './meter';
import { RuleFailure } from './rule-failure';
import { Duration, isMap, isSafeInt, keysOf, longerThanJson, type Value } from './values';

/**
 * The JSON of a value that leaves an expression in a verdict. It is walked as it is written, so that a list of a thousand
 * times the same text costs what it will be.
 * @throws RuleFailure for what no request may hold: NUL and lone surrogates, numbers that are none in JSON, keys that
 * pollute prototypes, more than 100 levels; and when it is too long
 */
export function verdictJson(value: Value, meter: Meter, depth = 1): unknown {
  meter.spend(1);
  switch (typeof value) {
    case 'bigint':
      if (!isSafeInt(value)) throw new RuleFailure(`yields an int that ${longerThanJson}`);
      return write(Number(value), meter);
    case 'number':
      if (!Number.isFinite(value)) throw new RuleFailure('yields a number that JSON cannot hold');
      return write(value, meter);
    case 'string':
      return text(value, meter);
    case 'object':
      break;
    default:
      return write(value, meter);
  }
  if (value === null) return write(value, meter);
  if (value instanceof Date) return text(value.toISOString(), meter);
  if (value instanceof Duration) return text(`${value.ms / 1000}s`, meter);
  if (depth > maxDepth) throw new RuleFailure(`yields what is nested deeper than ${maxDepth} levels`);
  meter.yield(2);
  if (Array.isArray(value)) {
    const items: Value[] = value;
    meter.makeList(items.length);
    return items.map((item) => (meter.yield(1), verdictJson(item, meter, depth + 1)));
  }
  if (!isMap(value)) return value;
  const keys = keysOf(value, meter);
  meter.makeMap(keys.length);
  return Object.fromEntries(
    keys.map((key) => {
      meter.yield(2);
      if (key === '__proto__' || (key === 'constructor' && isPrototyped(value[key])))
        throw new RuleFailure(`yields the key ${key}`);
      return [text(key, meter), verdictJson(value[key], meter, depth + 1)];
    }),
  );
}

function text(value: string, meter: Meter): string {
  // Before it is looked at: it has at least so many bytes.
  meter.yield(value.length + 2);
  if (!isStorable(value)) throw new RuleFailure('yields text with a NUL character or a lone surrogate');
  meter.yield(Buffer.byteLength(value) - value.length);
  return value;
}

function write<T>(value: T, meter: Meter): T {
  meter.yield(String(value).length);
  return value;
}

function isPrototyped(value: Value): boolean {
  return isMap(value) && Object.hasOwn(value, 'prototype');
}
