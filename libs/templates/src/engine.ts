import { CaptureTag, type Context, type FilterImplOptions, filters, Liquid, tags } from 'liquidjs';
import { formatDate } from './date-filter';
import { type Escaping, escapes, unplaced } from './escaping';
import type { Rendering } from './rendering';

/** Longer ones do not fit into a config either. */
const longestSource = 100_000;

/**
 * What of Liquid there is. Left out: what reads files (`include`, `render`, `layout`), changes what the next template sees
 * (`increment`), gets around the escaping (`raw`), evaluates texts (`where_exp`) or comes out otherwise each time (`sample`).
 */
const keptTags: readonly string[] = [
  ...['#', 'assign', 'break', 'capture', 'case', 'comment', 'continue', 'cycle', 'echo', 'for', 'if', 'liquid', 'raw'],
  'unless',
];
const keptFilters = [
  ...['abs', 'at_least', 'at_most', 'ceil', 'divided_by', 'floor', 'minus', 'modulo', 'plus', 'round', 'sum', 'times'],
  ...['append', 'capitalize', 'downcase', 'lstrip', 'normalize_whitespace', 'prepend', 'remove', 'remove_first'],
  ...['remove_last', 'replace', 'replace_first', 'replace_last', 'rstrip', 'slugify', 'split', 'squish', 'strip'],
  ...['strip_newlines', 'truncate', 'truncatewords', 'upcase', 'array_to_sentence_string', 'size', 'slice'],
  ...['compact', 'concat', 'find', 'first', 'has', 'join', 'last', 'map', 'reject', 'reverse', 'sort', 'sort_natural'],
  ...['uniq', 'where', 'base64_decode', 'base64_encode', 'hmac_sha256', 'sha256', 'url_decode', 'url_encode'],
  ...['default', 'escape', 'escape_once', 'json', 'newline_to_br', 'strip_html', 'xml_escape'],
] as const;

const engines = new Map<Escaping, Liquid>();

/** One of each escaping, for all templates. */
export function engineOf(escaping: Escaping): Liquid {
  const known = engines.get(escaping);
  if (known) return known;
  const engine = new Liquid({
    // By default Liquid reads files.
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    parseLimit: longestSource,
    outputEscape: escapingFilter(escaping) as (value: unknown) => string,
  });
  for (const name of Object.keys(tags)) if (!keptTags.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(filters)) engine.unregisterFilter(name);
  for (const name of keptFilters) engine.registerFilter(name, paid(filters[name]));
  engine.registerFilter('date', date);
  if (escaping === 'json') {
    // What is inserted into JSON becomes JSON anyway; twice, it would be a text about it.
    engine.registerFilter('json', (value: unknown) => value);
    engine.registerTag('capture', CaptureForJson);
  }
  engines.set(escaping, engine);
  return engine;
}

/** What it captures becomes JSON only where that is inserted. */
class CaptureForJson extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context);
    const scope = context.bottom() as Record<string, string>;
    scope[this.variable] = unplaced(scope[this.variable] ?? '');
  }
}

type Handler = Extract<FilterImplOptions, (...given: never[]) => unknown>;
type FilterThis = ThisParameterType<Handler>;

/** The filter, its work counted by what it is given: Liquid itself counts what some filters make. */
function paid(filter: FilterImplOptions | undefined): Handler {
  const handler = filter as Handler;
  return function (this: FilterThis, ...given) {
    for (const value of given) renderingOf(this).pay(value);
    return handler.apply(this, given) as unknown;
  };
}

/** Steps of a `date`: a language or time zone that is new takes some tens of microseconds. */
const stepsOfDate = 50;

function date(this: FilterThis, value: unknown, ...[format, zone, locale]: unknown[]): unknown {
  renderingOf(this).pay(format, stepsOfDate);
  return formatDate(value, format, zone, locale);
}

function escapingFilter(escaping: Escaping): Handler {
  return function (this: FilterThis, value: unknown) {
    renderingOf(this).pay(value);
    return escapes[escaping](value);
  };
}

function renderingOf({ context }: { context: Context }): Rendering {
  return context as Rendering;
}
