import { knownVariables, templateProblems, templateWarnings } from './check-templates';
import type { ChannelDefinition } from './dispatcher';
import { renderSettings, templateScope } from './render-settings';
import { samplePayload } from './sample-payload';

const definition = (channel: ChannelDefinition['channel'] = 'SMS'): ChannelDefinition => ({
  ...{ channel, baseUrl: 'none', credentials: [], addressesPerson: true },
  settings: [
    { key: 'plain', label: 'Plain', type: 'string', required: false },
    { key: 'body', label: 'Body', type: 'text', required: true, template: 'none' },
    { key: 'note', label: 'Note', type: 'text', required: false, template: 'none' },
    { key: 'lines', label: 'Lines', type: 'string[]', required: false, template: 'none' },
    {
      key: 'data',
      label: 'Data',
      type: 'map',
      required: false,
      template: ({ plain }) => (plain === 'json' ? 'json' : 'none'),
    },
  ],
});
const payload = { ...samplePayload('SMS', 'MESSAGE'), attributes: { a: 'x"y', empty: '' } };
const rendered = (settings: Record<string, unknown>) => renderSettings(definition(), settings, payload);

describe('settings that are templates', () => {
  it('are rendered in their own shape, escaped as the other settings say', () => {
    const settings = {
      plain: '{{ a }}',
      body: '{{ attributes.a }}',
      lines: ['1', '{{ channel }}'],
      data: { k: '{{ attributes.a }}' },
    };
    expect(rendered(settings)).toEqual({ body: 'x"y', lines: ['1', 'SMS'], data: { k: 'x"y' } });
    expect(rendered({ ...settings, plain: 'json' }).data).toEqual({ k: '"x\\"y"' });
  });

  it.each([
    [{ body: '{{ attributes.b }}' }, 'settings.body: attributes.b is missing', 'attributes.b'],
    [{ body: 'x', lines: ['y', '{{ attributes.b }}'] }, 'settings.lines[1]: attributes.b is missing', 'attributes.b'],
    [
      { body: 'x', data: { 'x-k': '{{ attributes.b }}' } },
      'settings.data.x-k: attributes.b is missing',
      'attributes.b',
    ],
    [{ body: ' {{ attributes.empty }}\n' }, 'settings.body comes out empty', null],
    [{ body: 'x', lines: ['{{ attributes.empty }}'] }, 'settings.lines[0] comes out empty', null],
  ])('fail by name: %j', (settings, message, variable) => {
    expect(() => rendered(settings)).toThrow(
      expect.objectContaining({ name: 'TemplateFailed', message, variable }) as Error,
    );
  });

  it('may come out empty where nothing is required', () => {
    const settings = { body: 'x', note: '{{ attributes.empty }}', data: { k: '{{ attributes.empty }}' } };
    expect(rendered(settings)).toEqual({ body: 'x', note: '', data: { k: '' } });
  });

  it('see neither the attempt nor anything else that differs between attempts', () => {
    const scopes = [1, 2].map((attempt) => templateScope({ ...payload, attempt }));
    expect(scopes[0]).toEqual(scopes[1]);
  });
});

describe('the check of templates', () => {
  it('knows every variable that there is', () => {
    const scope = templateScope(samplePayload('SALESMAN', 'TASK')) as Record<string, object | null>;
    expect(Object.keys(knownVariables).sort()).toEqual(Object.keys(scope).sort());
    const personal = templateScope(samplePayload('SMS', 'MESSAGE')) as Record<string, object | null>;
    for (const part of ['commerce', 'recipient', 'operator', 'route']) {
      expect([...(knownVariables[part] ?? [])].sort()).toEqual(Object.keys(scope[part] ?? personal[part] ?? {}).sort());
    }
  });

  it('tells every problem with its place', () => {
    expect(templateProblems(definition(), { body: '\n {% if %}', lines: ['', '{{ a'] })).toEqual([
      { field: 'settings.body', line: 2, column: expect.any(Number) as number, message: expect.any(String) as string },
      { field: 'settings.lines[1]', line: 1, column: 1, message: expect.stringContaining('not closed') as string },
    ]);
    expect(templateProblems(definition(), { body: ' ' })).toEqual([
      { field: 'settings.body', message: 'must not be blank' },
    ]);
  });

  it.each([
    ['{{ operator.email }}', 'SALESMAN', ['operator.email can be null']],
    ['{{ operator.name }} {{ attributes.any }} {{ metadata.any }} {{ commerce.name }}', 'SALESMAN', []],
    ['{{ route.name | default: "" }} {% if recipient.lastName %}{{ recipient.lastName }}{% endif %}', 'SMS', []],
    ['{{ route.name }}', 'SMS', ['route.name is missing on most']],
    [
      '{{ Recipient.name }} {{ recipient.phone }}',
      'SMS',
      ['no variable Recipient.name', 'no variable recipient.phone'],
    ],
  ] as const)('%s on %s: %j', (body, channel, messages) => {
    expect(templateWarnings(definition(channel), { body })).toEqual(
      messages.map((message) => ({ field: 'settings.body', message: expect.stringContaining(message) as string })),
    );
  });
});
