import { LiquidError, type Template as LiquidNode, toValueSync } from 'liquidjs';
import { engineOf } from './engine';
import { type Escaping, finished, NothingToInsert } from './escaping';
import { MissingVariable, Output, Rendering } from './rendering';
import { TemplateFailed, TemplateProblem } from './template-errors';
import { type Variable, variablesOf } from './variables';

export interface Template {
  /** What it reads from an activity. */
  readonly variables: readonly Variable[];
  /**
   * The same text from the same scope, whenever and wherever. A variable that is missing or null fails it, unless it has
   * a `default` or a condition only asks for it.
   * @throws TemplateFailed
   */
  render(scope: object): string;
}

/** @throws TemplateProblem */
export function compileTemplate(source: string, escaping: Escaping): Template {
  const engine = engineOf(escaping);
  const { nodes, variables } = compiled(source, escaping);
  return {
    variables,
    render(scope) {
      const output = new Output();
      try {
        toValueSync(engine.renderer.renderTemplates(nodes, new Rendering(scope, engine), output));
        return finished(output.buffer, escaping);
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

function compiled(source: string, escaping: Escaping): { nodes: LiquidNode[]; variables: Variable[] } {
  try {
    const nodes = engineOf(escaping).parse(source);
    return { nodes, variables: variablesOf(nodes) };
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): TemplateProblem {
  if (error instanceof TemplateProblem) return error;
  if (rootOf(error).name === 'RangeError') return new TemplateProblem('it is nested too deeply', 1, 1);
  const [line = 1, column = 1] = error instanceof LiquidError ? error.token.getPosition() : [];
  return new TemplateProblem(said(error), line, column);
}

function failureOf(error: unknown): TemplateFailed {
  const cause = rootOf(error);
  if (cause instanceof MissingVariable) return new TemplateFailed(cause.message, cause.path);
  if (cause instanceof NothingToInsert && error instanceof LiquidError) {
    const output = error.token.getText();
    const [, variable = null] = /^\{\{-?\s*([\w.[\]"'-]+)/.exec(output) ?? [];
    return new TemplateFailed(`${output} gives nothing to insert`, variable);
  }
  return new TemplateFailed(said(error), null);
}

/** Liquid wraps what was thrown, and says at the end of a message where it was. */
function said(error: unknown): string {
  const { message } = rootOf(error);
  return message
    .replace(/(, file:[^,]*)?, line:\d+, col:\d+$/, '')
    .replace(/^undefined filter: (.*)$/, 'there is no filter $1')
    .replace(/^tag "(.*)" not found$/, 'there is no tag $1');
}

function rootOf(error: unknown): Error {
  let cause = error as Error & { originalError?: Error };
  while (cause.originalError) cause = cause.originalError;
  return cause;
}
