import { compileTemplate, type Escaping, type Template, TemplateFailed } from '@errand/templates';
import type { ChannelDefinition, FieldDefinition, Rendered } from './dispatcher';
import type { ActivityPayload } from './payload';

/** What templates see of an activity. Neither the attempt nor the time: every attempt sends the same. */
export function templateScope(payload: ActivityPayload): object {
  const { id, type, channel, reason, scheduledAt, commerce, recipient, attributes, metadata } = payload;
  const { operator = null, route = null } = payload;
  return { id, type, channel, reason, scheduledAt, commerce, recipient, operator, route, attributes, metadata };
}

const nothing: Rendered = Object.freeze({});
const templatesOf = new WeakMap<ChannelDefinition, FieldDefinition[]>();

/** The settings that are templates. */
export function templateFields(definition: ChannelDefinition): FieldDefinition[] {
  const known = templatesOf.get(definition);
  if (known) return known;
  const fields = definition.settings.filter(({ template }) => template !== undefined);
  templatesOf.set(definition, fields);
  return fields;
}

type Settings = Readonly<Record<string, unknown>>;

/** @throws TemplateFailed, its message naming the setting; TemplateProblem for one that was never checked */
export function renderSettings(
  definition: ChannelDefinition | undefined,
  settings: Settings,
  payload: ActivityPayload,
): Rendered {
  const fields = definition ? templateFields(definition) : [];
  if (fields.length === 0) return nothing;
  const { rendered, failure } = tryRenderSettings(fields, settings, payload);
  if (failure) throw failure;
  return rendered;
}

/** As many of the templates as can be rendered, and the failure of the first that cannot. */
export function tryRenderSettings(
  fields: readonly FieldDefinition[],
  settings: Settings,
  payload: ActivityPayload,
): { rendered: Rendered; failure: TemplateFailed | null } {
  const scope = templateScope(payload);
  const rendered: Record<string, Rendered[string]> = {};
  let failure: TemplateFailed | null = null;
  for (const field of fields) {
    try {
      const text = renderField(field, settings, scope);
      if (text !== undefined) rendered[field.key] = text;
    } catch (error) {
      if (!(error instanceof TemplateFailed)) throw error;
      failure ??= error;
    }
  }
  return { rendered, failure };
}

/** One setting, as it is given: a text, a list or a map. Undefined where it is not. */
function renderField(field: FieldDefinition, settings: Settings, scope: object): Rendered[string] | undefined {
  const given = settings[field.key];
  if (given === undefined || given === null) return undefined;
  const escaping = escapingOf(field, settings);
  const render = ({ path, source }: TemplateText, mayBeBlank: boolean) => {
    const text = renderText(path, source, escaping, scope);
    // What is empty by a turn of the template must not go out any more than what is saved empty.
    if (!mayBeBlank && text.trim() === '') throw new TemplateFailed(`${path} comes out empty`, null);
    return text;
  };
  const texts = textsOf(field, given);
  if (Array.isArray(given)) return texts.map((text) => render(text, false));
  if (typeof given === 'string') return texts.map((text) => render(text, !field.required))[0];
  return Object.fromEntries(Object.keys(given).map((key, index) => [key, render(texts[index] as TemplateText, true)]));
}

function renderText(path: string, source: string, escaping: Escaping, scope: object): string {
  try {
    return compiled(source, escaping).render(scope);
  } catch (error) {
    if (!(error instanceof TemplateFailed)) throw error;
    throw new TemplateFailed(`${path}: ${error.message}`, error.variable);
  }
}

/** One template of an account and where it stands: `settings.body`, `settings.headers.x-team`, `settings.lines[0]`. */
export interface TemplateText {
  path: string;
  source: string;
}

/** The templates of a setting. */
export function textsOf({ key }: FieldDefinition, given: unknown): TemplateText[] {
  const path = `settings.${key}`;
  if (typeof given === 'string') return [{ path, source: given }];
  if (Array.isArray(given)) return given.map((item, index) => ({ path: `${path}[${index}]`, source: String(item) }));
  const entries = Object.entries((given ?? {}) as Record<string, unknown>);
  return entries.map(([name, source]) => ({ path: `${path}.${name}`, source: String(source) }));
}

export function escapingOf({ template }: FieldDefinition, settings: Settings): Escaping {
  return typeof template === 'function' ? template(settings) : (template ?? 'none');
}

/** Templates are compiled once for thousands of activities; of many long ones, fewer are kept. */
const rememberedCharacters = 5_000_000;
const caches = new Map<Escaping, Map<string, Template>>();
let cachedCharacters = 0;

function compiled(source: string, escaping: Escaping): Template {
  const known = caches.get(escaping)?.get(source);
  if (known) return known;
  const template = compileTemplate(source, escaping);
  if (cachedCharacters > rememberedCharacters) {
    caches.clear();
    cachedCharacters = 0;
  }
  // A short one takes its room too.
  cachedCharacters += source.length + 1_000;
  const cache = caches.get(escaping) ?? new Map<string, Template>();
  caches.set(escaping, cache.set(source, template));
  return template;
}
