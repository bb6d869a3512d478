import type { ASTNode } from './parse';
import { isNumber, isSafeInt, type Value } from './values';

/** The value of what is written out: literals, and lists and maps of them. Undefined for what must be computed. */
export function constantOf(node: ASTNode): { value: Value } | undefined {
  if (node.op === 'value') {
    const literal = node.args;
    if (typeof literal === 'bigint') return isSafeInt(literal) ? { value: literal } : undefined;
    return typeof literal === 'object' && literal !== null ? undefined : { value: literal };
  }
  if (node.op === '-_') {
    const literal = node.args.op === 'value' ? node.args.args : undefined;
    const isKept = typeof literal !== 'bigint' || isSafeInt(literal);
    return isNumber(literal) && isKept ? { value: -literal } : undefined;
  }
  if (node.op === 'list') {
    const items = node.args.map((item) => constantOf(item));
    return items.every((item) => item !== undefined) ? { value: items.map(({ value }) => value) } : undefined;
  }
  if (node.op !== 'map') return undefined;
  const entries: [string, Value][] = [];
  for (const [keyNode, valueNode] of node.args) {
    const [key, value] = [constantOf(keyNode), constantOf(valueNode)];
    if (typeof key?.value !== 'string' || !value) return undefined;
    entries.push([key.value, value.value]);
  }
  return { value: Object.fromEntries(entries) };
}
