import type { BinaryOperator } from '@marcbachmann/cel-js';
import type { Meter } from './meter';
import { add, arithmetic, equals, isIn, order, subtract, type Value } from './values';

/** The binary operators; `&&` and `||` are the compiler’s, since they may not look at their right side. */
export const operators: Record<BinaryOperator, (left: Value, right: Value, meter: Meter) => Value> = {
  '==': equals,
  '!=': (left, right, meter) => !equals(left, right, meter),
  '<': (left, right, meter) => order(left, right, meter) < 0,
  '<=': (left, right, meter) => order(left, right, meter) <= 0,
  '>': (left, right, meter) => order(left, right, meter) > 0,
  '>=': (left, right, meter) => order(left, right, meter) >= 0,
  in: isIn,
  '+': add,
  '-': subtract,
  '*': arithmetic.times,
  '/': arithmetic.divide,
  '%': arithmetic.modulo,
};
