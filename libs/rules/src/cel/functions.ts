import type { Frame } from './frame';
import { arithmetic, Duration, equals, isMap, isNumber, order, type Value, within64Bits } from './values';

interface CelFunction {
  /** How many arguments it takes, the receiver of a method not counted. */
  takes: readonly [min: number, max: number];
  call(args: Value[], frame: Frame): Value;
}

function on<T>(is: (value: Value) => value is T, apply: (value: T, frame: Frame) => Value): CelFunction {
  return { takes: [1, 1], call: ([value], frame) => (is(value) ? apply(value, frame) : null) };
}

const isText = (value: Value): value is string => typeof value === 'string';
const isAny = (value: Value): value is Value => value !== null;

const size = on(isAny, (value, frame) => {
  if (Array.isArray(value)) return BigInt(value.length);
  if (isMap(value)) return BigInt(Object.keys(value).length);
  if (!isText(value)) return null;
  frame.meter.spendOnText(value.length * 8);
  let characters = 0n;
  for (const _ of value) characters += 1n;
  return characters;
});

const int = on(isAny, (value) => {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? within64Bits(BigInt(Math.trunc(value))) : null;
  if (value instanceof Date) return BigInt(Math.floor(value.getTime() / 1000));
  return isText(value) && /^[+-]?\d{1,19}$/.test(value) ? within64Bits(BigInt(value.replace('+', ''))) : null;
});

const double = on(isAny, (value) => {
  if (isNumber(value)) return Number(value);
  return isText(value) && /^[+-]?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i.test(value) ? Number(value) : null;
});

const string = on(isAny, (value) => {
  if (isText(value) || isNumber(value) || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return value instanceof Duration ? `${value.ms / 1000}s` : null;
});

const lower = on(isText, (text, frame) => (frame.meter.spendOnText(text.length), text.toLowerCase()));
const upper = on(isText, (text, frame) => (frame.meter.spendOnText(text.length), text.toUpperCase()));
const abs = on(isNumber, (value) => (value < 0 ? arithmetic.minus(0n, value) : value));

/** The outermost of the arguments, or of one list; null unless all are numbers. */
function extreme(direction: 1 | -1): CelFunction {
  return {
    takes: [1, 16],
    call(args, { meter }) {
      const values: Value[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
      meter.spend(values.length);
      if (values.length === 0 || !values.every(isNumber)) return null;
      return values.reduce((best, value) => (order(value, best, meter) * direction > 0 ? value : best));
    },
  };
}

const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** `1h30m`, `90s`, `-1.5h`, `250ms`: Go’s notation down to milliseconds, as in CEL. */
function parseDuration(text: string): Value {
  const [, sign, rest = ''] = /^([+-]?)((?:\d{1,12}(?:\.\d{1,9})?(?:h|ms|m|s))+)$/.exec(text) ?? [];
  if (rest === '') return null;
  let ms = 0;
  for (const [, amount, unit = ''] of rest.matchAll(/([\d.]+)(h|ms|m|s)/g)) ms += Number(amount) * (units[unit] ?? 0);
  return new Duration(sign === '-' ? -ms : ms);
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

function parseTimestamp(text: string): Value {
  const date = rfc3339.test(text) ? new Date(text) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? null : date;
}

/** Functions by name. `has` and the verdicts are the compiler’s. Whatever a function cannot do makes null. */
export const functions: Readonly<Record<string, CelFunction>> = {
  size,
  len: size,
  int,
  to_int: int,
  double,
  string,
  to_string: string,
  lower,
  upper,
  abs,
  min: extreme(-1),
  max: extreme(1),
  now: { takes: [0, 0], call: (_, { now }) => now },
  duration: on(isText, (text) => (text.length > 100 ? null : parseDuration(text))),
  timestamp: on(isText, (text) => (text.length > 100 ? null : parseTimestamp(text))),
};

function onTexts(apply: (text: string, part: string) => boolean): CelFunction {
  return {
    takes: [1, 1],
    call([text, part], { meter }) {
      if (!isText(text) || !isText(part)) return false;
      meter.spendOnText(text.length + part.length);
      return apply(text, part);
    },
  };
}

const containsText = onTexts((text, part) => text.includes(part));

/** Methods by name; the receiver is the first argument. `matches` and the macros are the compiler’s. */
export const methods: Readonly<Record<string, CelFunction>> = {
  startsWith: onTexts((text, part) => text.startsWith(part)),
  endsWith: onTexts((text, part) => text.endsWith(part)),
  /** Of a text, or, beyond CEL, of a list: whether an element equals the argument. */
  contains: {
    takes: [1, 1],
    call(args, frame) {
      const [list, element] = args;
      if (!Array.isArray(list)) return containsText.call(args, frame);
      frame.meter.spend(list.length / 8);
      return list.some((item) => equals(item, element, frame.meter));
    },
  },
  size: { ...size, takes: [0, 0] },
  lowerAscii: { ...lower, takes: [0, 0] },
  upperAscii: { ...upper, takes: [0, 0] },
  trim: { ...on(isText, (text, { meter }) => (meter.spendOnText(text.length), text.trim())), takes: [0, 0] },
};
