import type { Frame } from './frame';
import type { Meter } from './meter';
import { arithmetic, Duration, isMap, isNumber, isSame, keysOf, order, type Value, within64Bits } from './values';

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

const size = on(isAny, (value, { meter }) => {
  if (Array.isArray(value)) return BigInt(value.length);
  if (isMap(value)) return BigInt(keysOf(value, meter).length);
  return isText(value) ? BigInt(charactersOf(value, meter)) : null;
});

/** Surrogate pairs are one. */
function charactersOf(text: string, meter: Meter): number {
  meter.spend(text.length / 8);
  let pairs = 0;
  for (let at = 0; at < text.length; at += 1) if ((text.codePointAt(at) ?? 0) > 0xffff) pairs += 1;
  return text.length - pairs;
}

const int = on(isAny, (value, { meter }) => {
  meter.spend(8);
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? within64Bits(BigInt(Math.trunc(value))) : null;
  if (value instanceof Date) return BigInt(Math.floor(value.getTime() / 1000));
  // The patterns read some characters more than they take.
  return isText(value) && /^[+-]?\d{1,19}$/.test(value) ? within64Bits(BigInt(value.replace('+', ''))) : null;
});

const double = on(isAny, (value, { meter }) => {
  meter.spend(8);
  if (isNumber(value)) return Number(value);
  return isText(value) && /^[+-]?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i.test(value) ? Number(value) : null;
});

const string = on(isAny, (value, { meter }) => {
  if (isText(value)) return value;
  meter.spend(16);
  meter.makeText(32);
  if (isNumber(value) || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return value instanceof Duration ? `${value.ms / 1000}s` : null;
});

/** Letters beyond ASCII cost some 10 ns each, and one may become three. */
function inCase(change: (text: string) => string): CelFunction {
  return on(isText, (text, { meter }) => {
    meter.spend(text.length / 2);
    meter.makeText(text.length * 3);
    return change(text);
  });
}

const lower = inCase((text) => text.toLowerCase());
const upper = inCase((text) => text.toUpperCase());
const abs = on(isNumber, (value) => (value < 0 ? arithmetic.minus(0n, value) : value));

/** The outermost of the arguments, or of one list; null unless all are numbers. */
function extreme(direction: 1 | -1): CelFunction {
  return {
    takes: [1, 16],
    call(args, { meter }) {
      const values: Value[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
      meter.spend(values.length * 2);
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
  duration: on(isText, (text, { meter }) => (meter.spend(100), text.length > 100 ? null : parseDuration(text))),
  timestamp: on(isText, (text, { meter }) => (meter.spend(20), text.length > 100 ? null : parseTimestamp(text))),
};

function onTexts(apply: (text: string, part: string) => boolean): CelFunction {
  return {
    takes: [1, 1],
    call([text, part], { meter }) {
      if (!isText(text) || !isText(part)) return false;
      meter.spendOnText(part.length);
      return apply(text, part);
    },
  };
}

/** V8 searches by the last 250 characters of what it looks for; a longer one it may compare whole at each place. */
const quicklyFound = 250;

const containsText: CelFunction = {
  takes: [1, 1],
  call([text, part], { meter }) {
    if (!isText(text) || !isText(part)) return false;
    if (part.length > text.length) return false;
    const places = part.length > quicklyFound ? text.length - part.length + 1 : 0;
    meter.spendOnText(text.length + (places * part.length) / 2);
    return text.includes(part);
  },
};

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
      return list.some((item) => isSame(item, element, frame.meter));
    },
  },
  size: { ...size, takes: [0, 0] },
  lowerAscii: { ...lower, takes: [0, 0] },
  upperAscii: { ...upper, takes: [0, 0] },
  trim: {
    ...on(isText, (text, { meter }) => {
      meter.spend(text.length / 4);
      meter.makeText(text.length);
      return text.trim();
    }),
    takes: [0, 0],
  },
};
