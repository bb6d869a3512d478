import { TIME_FIELDS } from '../time-fields';
import {
  isVerdictType,
  parameterProblem,
  type RuleLimits,
  type Verdict,
  verdictOf,
  verdictParameters,
  type VerdictType,
} from '../verdict';
import { constantOf } from './constant';
import { ACTION_FIELDS, type Evaluate } from './frame';
import { functions, methods } from './functions';
import { compileMacro, isMacro } from './macros';
import { type ASTNode, at, type ExpressionProblem, parseExpression } from './parse';
import { PatternCompiler } from './pattern';
import { RuleFailure } from './rule-failure';
import { Meter } from './meter';
import { operators } from './operators';
import { arithmetic, kindOf, longerThanJson, member, type Value } from './values';
import { verdictJson } from './verdict-json';

/** An expression ready to be evaluated, or what is wrong with it. */
export type Compiled = { expression: Expression } | { problems: ExpressionProblem[] };

export interface Expression {
  /** A {@link VerdictValue}, or a value of which only `true` counts as yes. */
  evaluate: Evaluate;
  /** Whether some outcome is a verdict, and whether some is not. */
  yieldsVerdict: boolean;
  yieldsValue: boolean;
  /** What evaluating each of its nodes once costs. */
  nodes: number;
}

/** Everybody who reads them has enough to do with so many. */
const mostProblems = 50;
const unlimited = { steps: Infinity, bytes: Infinity, verdictBytes: Infinity };

/** What a verdict function returns; no payload can hold one. */
export class VerdictValue {
  constructor(readonly verdict: Verdict) {}
}

export function compileExpression(source: string, limits: RuleLimits): Compiled {
  const parsed = parseExpression(source);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const compiler = new Compiler(source, limits);
  const evaluate = compiler.outcome(parsed.ast);
  const { problems, yieldsVerdict, yieldsValue, nodes } = compiler;
  return problems.length > 0 ? { problems } : { expression: { evaluate, yieldsVerdict, yieldsValue, nodes } };
}

/** Turns the nodes of an expression into functions, noting everything that is wrong on the way. */
export class Compiler {
  readonly problems: ExpressionProblem[] = [];
  yieldsVerdict = false;
  yieldsValue = false;
  /** How many nodes were compiled: the cost of evaluating them once. */
  nodes = 0;
  /** The variables of the comprehensions around, outermost first, as in the frame’s `locals`. */
  readonly variables: string[] = [];
  private readonly patterns = new PatternCompiler();

  constructor(
    private readonly source: string,
    private readonly limits: RuleLimits,
  ) {}

  /** What the whole expression yields: only here may a verdict stand. */
  outcome(node: ASTNode): Evaluate {
    if (node.op === '?:') {
      const [condition, yes, no] = node.args;
      return choose(this.value(condition), this.outcome(yes), this.outcome(no));
    }
    if (node.op === 'call' && isVerdictType(node.args[0])) {
      this.yieldsVerdict = true;
      return this.verdict(node, node.args[0], node.args[1]);
    }
    this.yieldsValue = true;
    const constant = constantOf(node);
    if (constant && typeof constant.value !== 'boolean' && constant.value !== null) {
      return this.refuse(node, `yields ${kindOf(constant.value)}, neither true or false nor a verdict`);
    }
    return this.value(node);
  }

  value(node: ASTNode): Evaluate {
    this.nodes += 1;
    const constant = constantOf(node);
    if (constant) return () => constant.value;
    switch (node.op) {
      case 'value':
        if (typeof node.args === 'bigint') return this.refuse(node, `the int ${longerThanJson}`);
        return this.refuse(node, 'unsigned ints, ints of more than 64 bits and bytes are not supported');
      case 'id':
        return this.variable(node, node.args);
      case '.':
        return this.field(node.args[0], node.args[1]);
      case '[]':
        return binary(this.value(node.args[0]), this.value(node.args[1]), member);
      case 'list': {
        const items = node.args.map((item) => this.value(item));
        return (frame) => {
          frame.meter.makeList(items.length);
          return items.map((item) => item(frame));
        };
      }
      case 'map':
        return this.map(node.args);
      case 'call':
        return this.call(node, node.args[0], node.args[1]);
      case 'rcall':
        return this.method(node, node.args[0], node.args[1], node.args[2]);
      case '?:':
        return choose(this.value(node.args[0]), this.value(node.args[1]), this.value(node.args[2]));
      case '&&': {
        const [left, right] = [this.value(node.args[0]), this.value(node.args[1])];
        return (frame) => left(frame) === true && right(frame) === true;
      }
      case '||': {
        const [left, right] = [this.value(node.args[0]), this.value(node.args[1])];
        return (frame) => left(frame) === true || right(frame) === true;
      }
      case '!_': {
        const operand = this.value(node.args);
        return (frame) => operand(frame) !== true;
      }
      case '-_': {
        const operand = this.value(node.args);
        return (frame) => arithmetic.minus(0n, operand(frame));
      }
      case '.?':
      case '[?]':
        return this.refuse(node, 'optional access is not needed: a missing field is null');
      default:
        return binary(this.value(node.args[0]), this.value(node.args[1]), operators[node.op]);
    }
  }

  refuse(node: { start: number }, message: string): Evaluate {
    if (this.problems.length < mostProblems) this.problems.push(at(this.source, node.start, message));
    return () => null;
  }

  private variable(node: ASTNode, name: string): Evaluate {
    const slot = this.variables.lastIndexOf(name);
    if (slot >= 0) return ({ locals }) => locals[slot];
    if (name === 'action') return ({ action }) => action;
    if (name === 'time') return ({ time }) => time;
    return this.refuse(node, `unknown name ${name}; there are action, time and the functions`);
  }

  private field(target: ASTNode, name: string): Evaluate {
    const root = target.op === 'id' && !this.variables.includes(target.args) ? target.args : undefined;
    const known = root === 'action' ? ACTION_FIELDS : root === 'time' ? TIME_FIELDS : undefined;
    if (known && !(known as readonly string[]).includes(name)) {
      return this.refuse(target, `${root} has no field ${name}; it has ${known.join(', ')}`);
    }
    const of = this.value(target);
    return (frame) => member(of(frame), name, frame.meter);
  }

  private map(entries: [ASTNode, ASTNode][]): Evaluate {
    const compiled = entries.map(([key, value]) => [this.value(key), this.value(value)] as const);
    return (frame) => {
      frame.meter.makeMap(compiled.length);
      const pairs = compiled.map(([key, value]) => [key(frame), value(frame)] as const);
      if (pairs.some(([key]) => typeof key !== 'string'))
        throw new RuleFailure('makes a map with a key that is no text');
      return Object.fromEntries(pairs as [string, Value][]);
    };
  }

  private call(node: ASTNode, name: string, args: ASTNode[]): Evaluate {
    if (isVerdictType(name)) return this.refuse(node, `${name}() can only be what the expression yields`);
    if (name === 'has') {
      const [target] = args.map((arg) => this.value(arg));
      if (!target || args.length > 1) return this.refuse(node, 'has() takes one field');
      return (frame) => target(frame) !== null;
    }
    return this.apply(
      node,
      `${name}()`,
      Object.hasOwn(functions, name) ? functions[name] : undefined,
      args,
      args.length,
    );
  }

  private method(node: ASTNode, name: string, receiver: ASTNode, args: ASTNode[]): Evaluate {
    if (isMacro(name)) return compileMacro(this, node, name, receiver, args);
    if (name === 'matches') return this.matches(node, receiver, args);
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    return this.apply(node, `.${name}()`, method, [receiver, ...args], args.length);
  }

  private apply(
    node: ASTNode,
    name: string,
    called: (typeof functions)[string] | undefined,
    nodes: ASTNode[],
    given: number,
  ): Evaluate {
    const args = nodes.map((arg) => this.value(arg));
    if (!called) return this.refuse(node, `unknown function ${name}`);
    const [min, max] = called.takes;
    if (given < min || given > max) return this.refuse(node, `${name} does not take ${given} arguments`);
    return (frame) =>
      called.call(
        args.map((arg) => arg(frame)),
        frame,
      );
  }

  /** The pattern must be known when the rule is saved: only so a bad one is refused then and compiled once. */
  private matches(node: ASTNode, receiver: ASTNode, args: ASTNode[]): Evaluate {
    const text = this.value(receiver);
    const [argument] = args;
    const source = argument && args.length === 1 ? constantOf(argument)?.value : undefined;
    if (typeof source !== 'string') return this.refuse(node, 'matches() takes one pattern, written out as text');
    const pattern = this.patterns.compile(source);
    if (typeof pattern === 'string') return this.refuse(argument ?? node, pattern);
    return (frame) => {
      const value = text(frame);
      return typeof value === 'string' && pattern.isIn(value, frame.meter);
    };
  }

  /** Arguments that are written out are checked now, computed ones when they are known. */
  private verdict(node: ASTNode, type: VerdictType, args: ASTNode[]): Evaluate {
    const names = verdictParameters[type];
    const signature = `${type}(${names.join(', ')})`;
    if (args.length !== names.length) return this.refuse(node, `${signature} does not take ${args.length} arguments`);
    const compiled = args.map((arg) => this.value(arg));
    const check = (index: number, value: unknown): string | undefined => {
      const name = names[index];
      const problem = name && parameterProblem(name, value, this.limits);
      return problem && `${signature}: ${name} ${problem}`;
    };
    for (const [index, arg] of args.entries()) {
      const constant = constantOf(arg);
      const problem = constant && problemOfConstant(constant.value, (value) => check(index, value));
      if (problem) this.refuse(arg, problem);
    }
    return (frame) => {
      const values = compiled.map((arg) => verdictJson(arg(frame), frame.meter));
      for (const [index, value] of values.entries()) {
        const problem = check(index, value);
        if (problem) throw new RuleFailure(problem);
      }
      return new VerdictValue(verdictOf(type, values));
    };
  }
}

function problemOfConstant(value: Value, check: (json: unknown) => string | undefined): string | undefined {
  try {
    return check(verdictJson(value, new Meter(unlimited)));
  } catch (error) {
    if (error instanceof RuleFailure) return error.message;
    throw error;
  }
}

function choose(condition: Evaluate, yes: Evaluate, no: Evaluate): Evaluate {
  return (frame) => (condition(frame) === true ? yes(frame) : no(frame));
}

function binary(left: Evaluate, right: Evaluate, apply: (left: Value, right: Value, meter: Meter) => Value): Evaluate {
  return (frame) => apply(left(frame), right(frame), frame.meter);
}
