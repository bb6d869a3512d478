import type { ChannelDefinition, Config, ConfigToCreate, FieldDefinition } from '../api';

/** An entry of a map. */
export interface Entry {
  name: string;
  value: string;
}

/** What stands in the form for a field of a definition: text, lists of it line by line; a map as rows. */
type Shown = string | boolean | Entry[];

export interface ConfigValues {
  name: string;
  baseUrl: string;
  priority: string;
  isActive: boolean;
  maxPerSecond: string;
  maxConcurrent: string;
  maxAttempts: string;
  baseDelayMs: string;
  maxDelayMs: string;
  timeoutMs: string;
  onUncertain: 'retry' | 'fail';
  credentials: Record<string, Shown>;
  settings: Record<string, Shown>;
}

/** What the form of a channel begins with: what is stored, where something is. Credentials never come back. */
export function valuesOf(definition: ChannelDefinition, stored?: Config): ConfigValues {
  const settings: Record<string, unknown> = stored?.settings ?? {};
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  return {
    name: stored?.name ?? '',
    baseUrl: stored?.baseUrl ?? '',
    priority: text(stored?.priority),
    isActive: stored?.isActive ?? true,
    maxPerSecond: text(stored?.limits.maxPerSecond),
    maxConcurrent: text(stored?.limits.maxConcurrent),
    maxAttempts: text(stored?.retry.maxAttempts),
    baseDelayMs: text(stored?.retry.baseDelayMs),
    maxDelayMs: text(stored?.retry.maxDelayMs),
    timeoutMs: text(stored?.timeoutMs),
    onUncertain: stored?.onUncertain ?? 'retry',
    credentials: Object.fromEntries(definition.credentials.map((field) => [field.key, shownOf(field, undefined)])),
    settings: Object.fromEntries(definition.settings.map((field) => [field.key, shownOf(field, settings[field.key])])),
  };
}

/** The form as the api takes it. @param withCredentials whether they are given; else those that are stored stay */
export function configOf(
  { channel, ...definition }: ChannelDefinition,
  providerCode: string,
  values: ConfigValues,
  withCredentials: boolean,
): ConfigToCreate {
  const { name, baseUrl, priority, onUncertain, credentials, settings } = values;
  const number = (text: string) => (text === '' ? null : Number(text));
  return {
    ...{ name: name.trim(), providerCode, channel },
    baseUrl: baseUrl.trim() === '' ? null : baseUrl.trim(),
    priority: number(priority) ?? 0,
    limits: { maxPerSecond: number(values.maxPerSecond), maxConcurrent: number(values.maxConcurrent) },
    retry: {
      maxAttempts: number(values.maxAttempts),
      baseDelayMs: number(values.baseDelayMs),
      maxDelayMs: number(values.maxDelayMs),
    },
    timeoutMs: number(values.timeoutMs),
    onUncertain,
    settings: givenOf(definition.settings, settings),
    ...(withCredentials ? { credentials: givenOf(definition.credentials, credentials) } : {}),
  };
}

/** What of a config is otherwise than before. */
export function changesOf(before: ConfigToCreate, after: ConfigToCreate): Partial<ConfigToCreate> {
  const isOther = (key: string) =>
    JSON.stringify(before[key as keyof ConfigToCreate]) !== JSON.stringify(after[key as keyof ConfigToCreate]);
  return Object.fromEntries(Object.entries(after).filter(([key]) => isOther(key)));
}

/** The place in the form of a field that the api names, such as `config.settings.headers.x-id`. */
export function placeOf(apiField: string, { settings }: ConfigValues): string {
  const path = apiField.replace(/^config\./, '').replace(/^(limits|retry)\./, '');
  const [, key = '', name] = /^settings\.([^.[]+)(?:[.[](.+?)\]?)?$/.exec(path) ?? [];
  const shown = settings[key];
  if (name === undefined || shown === undefined) return path;
  const row = Array.isArray(shown) ? shown.findIndex((entry) => entry.name === name) : -1;
  return row === -1 ? `settings.${key}` : `settings.${key}.${row}.value`;
}

function shownOf({ type, default: usual }: FieldDefinition, stored: unknown): Shown {
  if (type === 'boolean') return (stored ?? usual ?? false) === true;
  if (type === 'map') return Object.entries((stored ?? {}) as Record<string, string>).map(asEntry);
  if (type === 'string[]') return ((stored ?? []) as string[]).join('\n');
  return textOf(stored);
}

const asEntry = ([name, value]: [string, string]): Entry => ({ name, value });

/** What is left empty is left out: then the default holds. */
function givenOf(fields: FieldDefinition[], shown: Record<string, Shown>): Record<string, unknown> {
  const given = fields.map((field) => [field.key, read(field, shown[field.key] ?? '')] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function read({ type, default: usual }: FieldDefinition, shown: Shown): unknown {
  if (typeof shown === 'boolean') return shown === (usual ?? false) ? undefined : shown;
  if (Array.isArray(shown)) {
    const entries = shown.filter(({ name, value }) => name !== '' || value !== '');
    return entries.length === 0 ? undefined : Object.fromEntries(entries.map(({ name, value }) => [name, value]));
  }
  if (shown === '') return undefined;
  if (type === 'integer' || type === 'number') return Number(shown);
  if (type !== 'string[]') return shown;
  const lines = shown.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 0 ? undefined : lines.map((line) => line.trim());
}

/** A value as text, as for a placeholder. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
