import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';

export type { ASTNode };

/** Something is wrong with the text of an expression. */
export interface ExpressionProblem {
  message: string;
  /** `1:14`, line and column from 1; undefined when it is about the whole. */
  position?: string;
}

/** As long as no hand writes; a condition in YAML with a list of a thousand values still fits. */
const maxExpressionLength = 32_768;

/**
 * The grammar is cel-js’s; its evaluator is not used. That one ends with an error where a field is missing, and has
 * no bound on what an evaluation costs: `[1, 2, …].all(a, [1, 2, …].all(b, …))`.
 */
const grammar = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 5000, maxDepth: 100, maxListElements: 1000, maxMapEntries: 1000, maxCallArguments: 16 },
});

export function parseExpression(source: string): { ast: ASTNode } | { problem: ExpressionProblem } {
  if (source.length > maxExpressionLength) {
    return { problem: { message: `the expression is longer than ${maxExpressionLength} characters` } };
  }
  try {
    return { ast: grammar.parse(source).ast };
  } catch (error) {
    if (error instanceof ParseError) return { problem: at(source, error.range?.start, error.summary) };
    // `!!!!…` is not covered by maxDepth and can exhaust the stack.
    if ((error as Error).name === 'RangeError') return { problem: { message: 'the expression is nested too deeply' } };
    throw error;
  }
}

/** A problem at an offset of the text. */
export function at(source: string, offset: number | undefined, message: string): ExpressionProblem {
  if (offset === undefined) return { message };
  const before = source.slice(0, offset).split('\n');
  return { message, position: `${before.length}:${(before.at(-1) ?? '').length + 1}` };
}
