import type { Compiler } from './compile';
import type { Evaluate, Frame } from './frame';
import type { ASTNode } from './parse';
import type { Meter } from './meter';
import { isMap, keysOf, type Value } from './values';

/** How a macro goes through a list: `test` and `map` look at the element the frame holds. */
type Macro = (items: Iterable<void>, test: () => boolean, map: () => Value, meter: Meter) => Value;

/** By CEL’s definition, but that an element for which the test is not true, null for instance, does not pass it. */
export const macros: Readonly<Record<string, Macro>> = {
  all(items, test) {
    for (const _ of items) if (!test()) return false;
    return true;
  },
  exists(items, test) {
    for (const _ of items) if (test()) return true;
    return false;
  },
  exists_one(items, test) {
    let found = 0;
    for (const _ of items) if (test()) found += 1;
    return found === 1;
  },
  filter: collect,
  map: collect,
};

function collect(items: Iterable<void>, test: () => boolean, map: () => Value, meter: Meter): Value {
  const result: Value[] = [];
  meter.makeList(0);
  for (const _ of items) {
    if (!test()) continue;
    meter.make(8);
    result.push(map());
  }
  return result;
}

export function isMacro(name: string): boolean {
  return Object.hasOwn(macros, name);
}

/**
 * `range.macro(variable, …)`. The range is a list or the keys of a map; over anything else, a missing field too,
 * quantifiers are false, so that no rule matches because something is missing, and the others are null.
 */
export function compileMacro(
  compiler: Compiler,
  node: ASTNode,
  name: string,
  receiver: ASTNode,
  args: ASTNode[],
): Evaluate {
  const macro = macros[name];
  const range = compiler.value(receiver);
  const [variable, ...bodies] = args;
  if (!macro || variable?.op !== 'id' || bodies.length < 1 || bodies.length > (name === 'map' ? 2 : 1)) {
    return compiler.refuse(node, `.${name}() takes a name and an expression with it`);
  }
  const before = compiler.nodes;
  const slot = compiler.variables.push(variable.args) - 1;
  const [first = isTrue, second] = bodies.map((body) => compiler.value(body));
  compiler.variables.pop();
  const cost = compiler.nodes - before;

  const element: Evaluate = ({ locals }) => locals[slot];
  const [test, result] = name === 'map' ? (second ? [first, second] : [isTrue, first]) : [first, element];
  const missing = name === 'map' || name === 'filter' ? null : false;
  return (frame) => {
    const items = elementsOf(range(frame), frame.meter);
    if (!items) return missing;
    return macro(
      each(items, frame, slot, cost),
      () => test(frame) === true,
      () => result(frame),
      frame.meter,
    );
  };
}

const isTrue: Evaluate = () => true;

/** Puts one element after the other into the frame, at the price of evaluating the body. */
function* each(items: readonly Value[], { locals, meter }: Frame, slot: number, cost: number): Generator<void> {
  for (const item of items) {
    meter.spend(cost + 1);
    locals[slot] = item;
    yield;
  }
}

function elementsOf(range: Value, meter: Meter): readonly Value[] | undefined {
  if (Array.isArray(range)) return range as Value[];
  return isMap(range) ? keysOf(range, meter) : undefined;
}
