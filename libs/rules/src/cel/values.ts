import type { Meter } from './meter';
import { RuleFailure } from './rule-failure';

/**
 * What expressions compute with: null, boolean, string, bigint (CEL’s int), number (its double, and every number of
 * a payload), Date (timestamp), Duration, arrays and plain objects. Where CEL raises an error because a field is
 * missing or a type is wrong, the value here is null, and a comparison with it false.
 */
export type Value = unknown;

export class Duration {
  constructor(readonly ms: number) {}
}

const minInt = -(2n ** 63n);
const maxInt = 2n ** 63n - 1n;

export function isMap(value: Value): value is Record<string, Value> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date || value instanceof Duration);
}

export function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The keys of maps that have many: to list them costs 0.3 µs a key, and every rule may ask again. */
const listedKeys = new WeakMap<object, readonly string[]>();
const manyKeys = 32;

/** The keys of a map, each at the price of a step. No map changes while rules look at it. */
export function keysOf(map: Record<string, Value>, meter: Meter): readonly string[] {
  let keys = listedKeys.get(map);
  if (keys === undefined) {
    keys = Object.keys(map);
    if (keys.length > manyKeys) listedKeys.set(map, keys);
  }
  meter.spend(keys.length);
  return keys;
}

/** Whether a map has such a key; a long text has to be hashed for that. */
function hasKey(map: object, key: string, meter: Meter): boolean {
  meter.spendOnText(key.length);
  return Object.hasOwn(map, key);
}

/** `target.key` and `target[key]`; null where there is none. */
export function member(target: Value, key: Value, meter: Meter): Value {
  if (Array.isArray(target)) {
    const list: Value[] = target;
    return isNumber(key) ? (list[Number(key)] ?? null) : null;
  }
  if (!isMap(target) || (typeof key !== 'string' && !isNumber(key))) return null;
  const name = String(key);
  return hasKey(target, name, meter) ? (target[name] ?? null) : null;
}

/** Numbers are equal by value, whatever their type; lists and maps by their content; text is never equal to a number. */
export function equals(left: Value, right: Value, meter: Meter): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.length !== right.length) return false;
    meter.spendOnText(left.length);
    return left === right;
  }
  if (left === right) return true;
  if (isNumber(left) && isNumber(right)) return sign(left, right) === 0;
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (left instanceof Duration && right instanceof Duration) return left.ms === right.ms;
  if (Array.isArray(left) && Array.isArray(right)) {
    const others: Value[] = right;
    return left.length === others.length && left.every((item, index) => isSame(item, others[index], meter));
  }
  if (!isMap(left) || !isMap(right)) return false;
  const keys = keysOf(left, meter);
  if (keys.length !== keysOf(right, meter).length) return false;
  return keys.every((key) => hasKey(right, key, meter) && isSame(left[key], right[key], meter));
}

/** {@link equals} of one element of many. */
export function isSame(left: Value, right: Value, meter: Meter): boolean {
  meter.spend(1);
  return equals(left, right, meter);
}

/** Below, at or above 0 as `left` is before, at or after `right`; NaN when they have no order. */
export function order(left: Value, right: Value, meter: Meter): number {
  if (isNumber(left) && isNumber(right)) return sign(left, right);
  if (typeof left === 'string' && typeof right === 'string') {
    meter.spendOnText(Math.min(left.length, right.length));
    return sign(left, right);
  }
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (left instanceof Duration && right instanceof Duration) return left.ms - right.ms;
  return Number.NaN;
}

function sign(left: number | bigint | string, right: number | bigint | string): number {
  // An int beside a double is compared as a double: comparing them as they are is ten times slower.
  if (typeof left !== typeof right) return sign(Number(left), Number(right));
  if (left < right) return -1;
  return left > right ? 1 : left === right ? 0 : Number.NaN;
}

/** `item in range`: an element of a list, a key of a map. */
export function isIn(item: Value, range: Value, meter: Meter): boolean {
  if (Array.isArray(range)) return range.some((element) => isSame(item, element, meter));
  return isMap(range) && typeof item === 'string' && hasKey(range, item, meter);
}

export function add(left: Value, right: Value, meter: Meter): Value {
  if (typeof left === 'string' && typeof right === 'string') {
    meter.makeText(left.length + right.length);
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    meter.spend(left.length + right.length);
    meter.makeList(left.length + right.length);
    return [...(left as Value[]), ...(right as Value[])];
  }
  if (left instanceof Date && right instanceof Duration) return moved(left, right.ms);
  if (left instanceof Duration && right instanceof Date) return moved(right, left.ms);
  if (left instanceof Duration && right instanceof Duration) return new Duration(left.ms + right.ms);
  return arithmetic.plus(left, right);
}

export function subtract(left: Value, right: Value): Value {
  if (left instanceof Date && right instanceof Duration) return moved(left, -right.ms);
  if (left instanceof Date && right instanceof Date) return new Duration(left.getTime() - right.getTime());
  if (left instanceof Duration && right instanceof Duration) return new Duration(left.ms - right.ms);
  return arithmetic.minus(left, right);
}

/** Two ints make an int as in CEL; an int with a double, which CEL refuses, makes a double. Anything else makes null. */
export const arithmetic = {
  plus: numeric(
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  minus: numeric(
    (a, b) => a - b,
    (a, b) => a - b,
  ),
  times: numeric(
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  divide: numeric(
    (a, b) => a / unlessZero(b),
    (a, b) => a / b,
  ),
  modulo: numeric(
    (a, b) => a % unlessZero(b),
    (a, b) => a % b,
  ),
};

function numeric(ints: (a: bigint, b: bigint) => bigint, doubles: (a: number, b: number) => number) {
  return (left: Value, right: Value): Value => {
    if (typeof left === 'bigint' && typeof right === 'bigint') return within64Bits(ints(left, right));
    return isNumber(left) && isNumber(right) ? doubles(Number(left), Number(right)) : null;
  };
}

export const longerThanJson = 'is beyond ±(2^53-1), where payloads have text';

/** Whether JSON, whose numbers are doubles, can hold it. */
export function isSafeInt(int: bigint): boolean {
  return Number.isSafeInteger(Number(int));
}

export function within64Bits(int: bigint): bigint {
  if (int < minInt || int > maxInt) throw new RuleFailure('makes an int of more than 64 bits');
  return int;
}

function unlessZero(divisor: bigint): bigint {
  if (divisor === 0n) throw new RuleFailure('divides by zero');
  return divisor;
}

function moved(date: Date, ms: number): Value {
  const result = new Date(date.getTime() + ms);
  return Number.isNaN(result.getTime()) ? null : result;
}

/** What a value is called in messages. */
export function kindOf(value: Value): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a timestamp';
  if (value instanceof Duration) return 'a duration';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'bigint' ? 'a number' : `a ${typeof value}`;
}
