import type { ChannelDefinition, Config, FieldDefinition } from '../api';
import { changesOf, configOf, placeOf, valuesOf } from './fields';

const field = (key: string, type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  ...{ key, type, label: key, options: [], required: false, secret: false, decidesDestination: false },
  ...{ default: null, description: null, help: null, group: null, isTemplate: false },
  ...more,
});
const definition: ChannelDefinition = {
  ...{ channel: 'SMS', baseUrl: 'optional', baseUrlSchemes: ['https'], addressesPerson: true },
  credentials: [field('apiKey', 'string', { secret: true }), field('user', 'string')],
  settings: [
    field('body', 'text'),
    field('ttl', 'integer'),
    field('rate', 'number', { default: 0 }),
    field('strict', 'boolean', { default: true }),
    field('completeOn', 'enum', { options: ['sent', 'read'], default: 'sent' }),
    field('topics', 'string[]'),
    field('headers', 'map'),
  ],
};
const settings = { body: ' Hi ', ttl: 0, strict: false, topics: ['a', 'b'], headers: { 'x-one': '1', 'x.two': '' } };
const stored = {
  ...{ id: '1', name: 'main', providerCode: 'HTTP', channel: 'SMS', baseUrl: 'https://p.example', settings },
  ...{ priority: 3, isActive: true, timeoutMs: null, onUncertain: 'fail' },
  limits: { maxPerSecond: 5, maxConcurrent: null },
  retry: { maxAttempts: null, baseDelayMs: 0, maxDelayMs: null },
} as unknown as Config;

describe('the form of an account', () => {
  it('gives back what is stored, of every type', () => {
    const { name, priority, baseUrl, limits, retry, timeoutMs, onUncertain } = stored;
    expect(configOf(definition, 'HTTP', valuesOf(definition, stored), false)).toEqual({
      ...{ name, priority, baseUrl, limits, retry, timeoutMs, onUncertain, settings },
      ...{ providerCode: 'HTTP', channel: 'SMS' },
    });
  });

  it('leaves out what is empty, or as it is by default', () => {
    const values = valuesOf(definition);
    const found = configOf(definition, 'HTTP', { ...values, name: ' new ' }, true);
    expect(found).toMatchObject({ name: 'new', baseUrl: null, priority: 0, settings: {}, credentials: {} });
    values.settings = { ...values.settings, topics: ' a \n\n', headers: [{ name: '', value: '' }], rate: '0.5' };
    expect(configOf(definition, 'HTTP', values, true).settings).toEqual({ topics: ['a'], rate: 0.5 });
  });

  it('tells what changed, so that no more is sent', () => {
    const before = configOf(definition, 'HTTP', valuesOf(definition, stored), false);
    const values = valuesOf(definition, stored);
    expect(changesOf(before, configOf(definition, 'HTTP', values, false))).toEqual({});
    const other = { ...values, maxPerSecond: '', credentials: { apiKey: 'k', user: '' } };
    expect(changesOf(before, configOf(definition, 'HTTP', other, true))).toEqual({
      limits: { maxPerSecond: null, maxConcurrent: null },
      credentials: { apiKey: 'k' },
    });
  });

  it.each([
    ['limits.maxPerSecond', 'maxPerSecond'],
    ['config.settings.body', 'settings.body'],
    ['settings.headers.x.two', 'settings.headers.1.value'],
    ['settings.headers.none', 'settings.headers'],
    ['settings.topics[1]', 'settings.topics'],
    ['credentials.apiKey', 'credentials.apiKey'],
    ['name', 'name'],
  ])('finds %s', (field, place) => {
    expect(placeOf(field, valuesOf(definition, stored))).toBe(place);
  });
});
