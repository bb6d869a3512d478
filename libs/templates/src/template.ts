import { Liquid, type LiquidError, type Template as LiquidNode } from 'liquidjs';
import { TemplateFailed, TemplateProblem } from './template-errors';

/** How what is inserted is written: as it is, on one line, or as HTML, XML, JSON or a part of a URL needs it. */
export type Escaping = 'none' | 'line' | 'html' | 'xml' | 'json' | 'url';

export interface Template {
  /** The variables that it uses, as paths: `['attributes', 'discount']`. */
  readonly variables: readonly (readonly string[])[];
  /** @throws TemplateFailed */
  render(scope: object): string;
}

const escapes: Record<Escaping, (value: unknown) => string> = {
  none: textOf,
  line: (value) => textOf(value).replace(/\s*[\r\n\u{85}\u{2028}\u{2029}]+\s*/gu, ' '),
  html: (value) => escaped(textOf(value), '&#39;'),
  xml: (value) =>
    escaped(textOf(value).replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''), '&apos;'),
  json: (value) => JSON.stringify(value) ?? 'null',
  url: (value) => encodeURIComponent(textOf(value)),
};

const engines = new Map<Escaping, Liquid>();

/** @throws TemplateProblem */
export function compileTemplate(source: string, escaping: Escaping): Template {
  const engine = engineOf(escaping);
  let nodes: LiquidNode[];
  try {
    nodes = engine.parse(source);
  } catch (error) {
    throw problemOf(error as LiquidError, source);
  }
  const variables = engine.globalVariableSegmentsSync(nodes).map((path) => path.map(String));
  return {
    variables,
    render(scope) {
      try {
        return engine.renderSync(nodes, scope) as string;
      } catch (error) {
        throw failureOf(error as LiquidError);
      }
    },
  };
}

/** Without templates to include: by default Liquid reads files. */
function engineOf(escaping: Escaping): Liquid {
  const known = engines.get(escaping);
  if (known) return known;
  const engine = new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    parseLimit: 100_000,
    renderLimit: 250,
    memoryLimit: 10_000_000,
    outputEscape: escapes[escaping],
  });
  // The usual way around the escaping.
  engine.registerFilter('raw', () => {
    throw new Error('the filter raw is not available');
  });
  engines.set(escaping, engine);
  return engine;
}

function problemOf(error: LiquidError, source: string): TemplateProblem {
  const { token } = error as { token?: { getPosition?: () => number[] } };
  const [line = 1, column = 1] = token?.getPosition?.() ?? [];
  return new TemplateProblem(error.message.split('\n')[0] ?? source, line, column);
}

function failureOf(error: LiquidError & { originalError?: Error; variableName?: string }): TemplateFailed {
  const message = error.message.split('\n')[0] ?? '';
  const variable = /undefined variable: (.+?)(?:, line|$)/.exec(message)?.[1] ?? null;
  return new TemplateFailed(variable === null ? message : `${variable} is missing`, variable);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function escaped(text: string, apostrophe: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);
}
