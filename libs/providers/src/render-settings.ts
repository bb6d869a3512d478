import { compileTemplate, type Escaping, type Template } from '@errand/templates';
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

/** @throws TemplateFailed, TemplateProblem for one that was never checked */
export function renderSettings(
  definition: ChannelDefinition | undefined,
  settings: Readonly<Record<string, unknown>>,
  payload: ActivityPayload,
): Rendered {
  const fields = definition ? templateFields(definition) : [];
  if (fields.length === 0) return nothing;
  const scope = templateScope(payload);
  const rendered: Record<string, string | string[] | Record<string, string>> = {};
  for (const field of fields) {
    const given = settings[field.key];
    if (given === undefined || given === null) continue;
    const escaping = escapingOf(field, settings);
    const render = (source: string) => compiled(source, escaping).render(scope);
    if (typeof given === 'string') rendered[field.key] = render(given);
    else if (Array.isArray(given)) rendered[field.key] = given.map((item) => render(String(item)));
    else {
      const entries = Object.entries(given as Record<string, string>);
      rendered[field.key] = Object.fromEntries(entries.map(([key, source]) => [key, render(source)]));
    }
  }
  return rendered;
}

export function escapingOf({ template }: FieldDefinition, settings: Readonly<Record<string, unknown>>): Escaping {
  return typeof template === 'function' ? template(settings) : (template ?? 'none');
}

/** Templates are compiled once for thousands of activities. */
const remembered = 1000;
const cache = new Map<string, Template>();

function compiled(source: string, escaping: Escaping): Template {
  const key = `${escaping} ${source}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= remembered) cache.clear();
  const template = compileTemplate(source, escaping);
  cache.set(key, template);
  return template;
}
