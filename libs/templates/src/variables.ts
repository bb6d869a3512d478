import {
  AssignTag,
  CaseTag,
  IfTag,
  type Template as LiquidNode,
  type Token,
  TypeGuards,
  UnlessTag,
  Value,
  type ValueToken,
} from 'liquidjs';
import { isClock } from './date-filter';
import { TemplateProblem } from './template-errors';

/** One that a template reads from an activity. */
export interface Variable {
  /** `['attributes', 'discount']`; it ends where what follows depends on another variable. */
  path: readonly string[];
  /** Wherever it is used there is a default, or a condition that asks for it. */
  isOptional: boolean;
}

/** Deeper than anybody writes, and far from what the stack can take. */
const deepest = 50;

/** @throws TemplateProblem for what compiles and could never be rendered, or not twice alike */
export function variablesOf(nodes: readonly LiquidNode[]): Variable[] {
  const search = new Search();
  search.visit(nodes, { locals: new Set(), asked: new Set(), depth: 1 });
  return [...search.found.values()];
}

/** Where in a template the search is: which names are its own, and which variables a condition around it asks for. */
interface Place {
  locals: ReadonlySet<string>;
  asked: ReadonlySet<string>;
  depth: number;
}

class Search {
  readonly found = new Map<string, Variable>();
  private readonly assigned = new Set<string>();

  visit(nodes: readonly LiquidNode[], place: Place): void {
    for (const node of nodes) this.visitNode(node, place);
  }

  private visitNode(node: LiquidNode, place: Place): void {
    if (place.depth > deepest) throw problem(node, `it is nested more than ${deepest} deep`);
    const isCondition = node instanceof IfTag || node instanceof UnlessTag || node instanceof CaseTag;
    const asked = new Set(place.asked);
    for (const argument of argumentsOf(node)) {
      if (argument instanceof Value) checkValue(argument, node);
      const isLenient = isCondition || node instanceof AssignTag || hasDefault(argument);
      for (const { token, isLenient: isForgiven } of readsOf(argument, isLenient)) {
        const path = pathOf(token);
        if (isCondition) asked.add(path.join('.'));
        this.add(path, isForgiven, place);
      }
    }
    for (const { content } of node.localScope?.() ?? []) this.assigned.add(content);
    if (!node.children) return;
    const locals = new Set([...place.locals, ...(node.blockScope?.() ?? [])]);
    this.visit(childrenOf(node), { locals, asked, depth: place.depth + 1 });
  }

  private add(path: string[], isLenient: boolean, { locals, asked }: Place): void {
    const [root] = path;
    if (root === undefined || locals.has(root) || this.assigned.has(root)) return;
    const key = path.join('.');
    const isOptional = isLenient || path.some((_, index) => asked.has(path.slice(0, index + 1).join('.')));
    const known = this.found.get(key);
    this.found.set(key, { path, isOptional: isOptional && (known?.isOptional ?? true) });
  }
}

function argumentsOf(node: LiquidNode): (Value | Token)[] {
  return [...(node.arguments?.() ?? [])];
}

/** Liquid answers with a generator that has nothing to wait for. */
function childrenOf(node: LiquidNode): LiquidNode[] {
  return node.children?.(false, true).next().value as LiquidNode[];
}

function hasDefault(argument: Value | Token): boolean {
  return argument instanceof Value && argument.filters[0]?.name === 'default';
}

function checkValue({ initial, filters }: Value, node: LiquidNode): void {
  if (!initial.valid()) throw problem(node, 'there is nothing between the brackets');
  const [token] = initial.postfix;
  if (!filters.some(({ name }) => name === 'date')) return;
  if (initial.postfix.length === 1 && TypeGuards.isQuotedToken(token) && isClock(token.content))
    throw problem(node, `the time of sending ("${token.content}") cannot be inserted: every attempt sends the same`);
}

type AccessToken = Extract<ValueToken, { props: unknown }>;

/** The variables that an expression reads; the arguments of its filters are never forgiven. */
function* readsOf(argument: Value | Token, isLenient: boolean): Generator<{ token: AccessToken; isLenient: boolean }> {
  if (argument instanceof Value) {
    for (const token of argument.initial.postfix) yield* readsOf(token, isLenient);
    for (const { args } of argument.filters)
      for (const arg of args) {
        const token = Array.isArray(arg) ? arg[1] : arg;
        if (token) yield* readsOf(token, false);
      }
  } else if (TypeGuards.isRangeToken(argument)) {
    yield* readsOf(argument.lhs, isLenient);
    yield* readsOf(argument.rhs, isLenient);
  } else if (TypeGuards.isPropertyAccessToken(argument)) {
    if (argument.variable) yield* readsOf(argument.variable, isLenient);
    else yield { token: argument, isLenient };
    for (const prop of argument.props) yield* readsOf(prop, false);
  }
}

function pathOf({ props }: AccessToken): string[] {
  const path: string[] = [];
  for (const prop of props) {
    if (!TypeGuards.isQuotedToken(prop) && !TypeGuards.isNumberToken(prop) && !TypeGuards.isWordToken(prop)) break;
    path.push(String(prop.content));
  }
  return path;
}

function problem({ token }: LiquidNode, message: string): TemplateProblem {
  const [line = 1, column = 1] = token.getPosition();
  return new TemplateProblem(message, line, column);
}
