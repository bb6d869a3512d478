import type { Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { type ActivityDispatcher, type ChannelDefinition, Dispatcher } from './dispatcher';
import { MockDispatcher } from './mock/mock.dispatcher';
import { ProviderRegistry } from './provider-registry.service';

const email: ChannelDefinition = {
  channel: 'EMAIL',
  baseUrl: 'none',
  credentials: [{ key: 'password', label: 'Password', type: 'string', required: true, secret: true }],
  settings: [
    { key: 'from', label: 'From', type: 'string', required: true },
    { key: 'port', label: 'Port', type: 'integer', required: false, default: 587 },
    { key: 'secure', label: 'TLS', type: 'boolean', required: false },
    { key: 'copies', label: 'Copies', type: 'string[]', required: false },
  ],
};

class Post implements ActivityDispatcher {
  readonly name = 'Post';
  channelDefinitions: ChannelDefinition[] = [email];
  dispatch = () => Promise.reject(new Error('no call is made here'));
}

@Dispatcher('POST_OFFICE')
class PostOffice extends Post {}

async function registryOf(...providers: Provider[]): Promise<ProviderRegistry> {
  const imports = [DiscoveryModule];
  const testing = await Test.createTestingModule({ imports, providers: [ProviderRegistry, ...providers] }).compile();
  await testing.init();
  return testing.get(ProviderRegistry);
}

describe('the provider registry', () => {
  it('knows every decorated class of the application by its code', async () => {
    const registry = await registryOf(PostOffice, { provide: 'mock', useFactory: () => new MockDispatcher() }, Post);
    expect(registry.get('POST_OFFICE')).toBeInstanceOf(PostOffice);
    expect(registry.get('NOBODY')).toBeUndefined();
    expect(registry.list().map(({ code }) => code)).toEqual(['MOCK', 'POST_OFFICE']);
    expect(registry.list()[1]).toEqual({ code: 'POST_OFFICE', name: 'Post', channels: ['EMAIL'] });
    expect(registry.channelDefinitions('POST_OFFICE')).toEqual([email]);
  });

  it('tells by which field a change takes calls elsewhere', async () => {
    @Dispatcher('REGIONAL')
    class Regional extends Post {
      override channelDefinitions: ChannelDefinition[] = [
        {
          ...email,
          settings: [
            {
              key: 'region',
              label: 'Region',
              type: 'string',
              required: false,
              default: 'eu',
              decidesDestination: true,
            },
            { key: 'from', label: 'From', type: 'string', required: false },
          ],
        },
      ];
    }
    const registry = await registryOf(PostOffice, Regional);
    const before = {
      providerCode: 'REGIONAL',
      channel: 'EMAIL',
      baseUrl: 'https://a.example/v1',
      settings: { region: 'eu' },
    };
    const by = (change: object) => registry.newDestination(before, { ...before, ...change });
    expect(by({ settings: { region: 'us' } })).toBe('settings.region');
    expect(by({ settings: {} })).toBeUndefined();
    expect(by({ settings: { region: null, from: 'x' } })).toBeUndefined();
    expect(registry.newDestination({ ...before, settings: { region: 'us' } }, { ...before, settings: {} })).toBe(
      'settings.region',
    );
    expect(by({ providerCode: 'POST_OFFICE' })).toBe('providerCode');
    for (const baseUrl of [
      'http://a.example/v1',
      'https://b.example/v1',
      'https://a.example:444',
      'https://a.example.',
      null,
    ]) {
      expect(by({ baseUrl })).toBe('baseUrl');
    }
    for (const baseUrl of ['https://a.example/v2?x=1', 'https://A.example:443', ' https://a.example/ ']) {
      expect(by({ baseUrl })).toBeUndefined();
    }
  });

  it('does not start with two classes for one code', async () => {
    @Dispatcher('POST_OFFICE')
    class Rival extends Post {}
    await expect(registryOf(PostOffice, Rival)).rejects.toThrow(
      'Provider code POST_OFFICE is taken twice: by PostOffice and by Rival',
    );
  });

  it('does not start with a declaration that cannot be used', async () => {
    @Dispatcher('BROKEN')
    class Broken extends Post {
      override channelDefinitions: ChannelDefinition[] = [
        email,
        {
          channel: 'EMAIL',
          baseUrl: 'none',
          credentials: [],
          settings: [...email.settings, ...email.settings.slice(0, 1)],
        },
      ];
    }
    await expect(registryOf(Broken)).rejects.toThrow(
      'Broken (BROKEN) declares:\n  EMAIL: settings.from: declared twice\n  EMAIL: declared twice',
    );
  });

  it('does not start with a class that is no dispatcher, or a code that is no code', async () => {
    @Dispatcher('HOLLOW')
    class Hollow {}
    @Dispatcher('lower')
    class Lower extends Post {}
    await expect(registryOf(Hollow)).rejects.toThrow('Hollow (HOLLOW): a dispatcher is a singleton with a dispatch()');
    await expect(registryOf(Lower)).rejects.toThrow('Lower: provider code "lower" is not an UPPER_SNAKE word');
  });
});

describe('validating a dispatch config', () => {
  const good = {
    providerCode: 'POST_OFFICE',
    channel: 'EMAIL',
    credentials: { password: 'p' },
    settings: { from: 'a@b.c' },
  };
  let registry: ProviderRegistry;

  beforeAll(async () => {
    registry = await registryOf(PostOffice, MockDispatcher);
  });

  it('applies the defaults of settings that are not given', () => {
    const config = { ...good, settings: { from: 'a@b.c', secure: null } };
    expect(registry.validateConfig(config)).toEqual({ problems: [], settings: { from: 'a@b.c', port: 587 } });
  });

  it('names every wrong field at once', () => {
    const { problems } = registry.validateConfig({
      ...good,
      baseUrl: 'https://post.example.com',
      credentials: { password: '', pin: 1 },
      settings: { port: 1.5, secure: 'yes', copies: ['x', ''], __proto__: {} },
    });
    expect(problems).toEqual([
      { field: 'baseUrl', message: 'is not taken by this provider' },
      { field: 'credentials.password', message: 'must not be empty' },
      { field: 'credentials.pin', message: 'is not a field here (known: password)' },
      { field: 'settings.from', message: 'is required' },
      { field: 'settings.port', message: 'must be a whole number' },
      { field: 'settings.secure', message: 'must be true or false' },
      { field: 'settings.copies', message: 'must be a list of strings that are not empty' },
    ]);
  });

  it.each([
    [{ providerCode: 'NOBODY' }, 'providerCode', 'is not a provider here (there are MOCK, POST_OFFICE)'],
    [{ channel: 'SMS' }, 'channel', 'is not offered by POST_OFFICE (it offers EMAIL)'],
    [{ credentials: [] }, 'credentials', 'must be an object'],
  ])('refuses %j', (change, field, message) => {
    expect(registry.validateConfig({ ...good, ...change }).problems).toEqual([{ field, message }]);
  });

  it.each(['ftp://h', 'mock', 'https://user:pass@h.example', 7])('refuses the base URL %j', (baseUrl) => {
    const { problems } = registry.validateConfig({ providerCode: 'MOCK', channel: 'SMS', baseUrl });
    expect(problems.map(({ field }) => field)).toEqual(['baseUrl']);
  });
});
