import { httpSchemes, URL_SCHEMES, type UrlScheme } from '@errand/outbound';
import { type ActivityDispatcher, type ChannelDefinition, FIELD_TYPES, type FieldDefinition } from '@errand/providers';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

export class FieldDefinitionResponse {
  /** @example apiKey */
  key: string;

  /** @example "API key" */
  label: string;

  /** `text` has several lines, `enum` is one of `options`, `map` is an object whose values are strings. */
  @ApiProperty({ enum: FIELD_TYPES })
  type: FieldDefinition['type'];

  /** Of an `enum`: what it can be; else empty. */
  options: string[];

  required: boolean;
  /** Never shown again once saved. */
  secret: boolean;

  /** A change of it demands the credentials again, as calls may then go elsewhere. */
  decidesDestination: boolean;

  @ApiJsonValue('Taken when the setting is not given; null when there is none.')
  default: unknown;

  /** One sentence. Every field of a provider that comes with Errand has one. */
  description: string | null;

  /** More for whoever fills it in. */
  help: string | null;

  /** Fields of one group stand together in a form. */
  group: string | null;

  /** It is a Liquid template, as is each item of a list and each value of a map. */
  isTemplate: boolean;

  static of(field: FieldDefinition): FieldDefinitionResponse {
    const { key, label, type, required, options = [], secret = false, decidesDestination = false } = field;
    const { description = null, help = null, group = null, template } = field;
    return {
      ...{
        key,
        label,
        type,
        options: [...options],
        required,
        secret,
        decidesDestination,
        default: field.default ?? null,
      },
      ...{ description, help, group, isTemplate: template !== undefined },
    };
  }
}

export class ChannelDefinitionResponse {
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;

  @ApiProperty({ enum: ['required', 'optional', 'none'] })
  baseUrl: ChannelDefinition['baseUrl'];

  /** What `baseUrl` may begin with. */
  @ApiProperty({ enum: URL_SCHEMES, isArray: true })
  baseUrlSchemes: UrlScheme[];

  credentials: FieldDefinitionResponse[];
  settings: FieldDefinitionResponse[];

  /** It writes to or calls one person: an activity without a recipient is not sent, and a test call needs one. */
  addressesPerson: boolean;

  static of(this: void, definition: ChannelDefinition): ChannelDefinitionResponse {
    const {
      channel,
      baseUrl,
      baseUrlSchemes = httpSchemes,
      credentials,
      settings,
      addressesPerson = false,
    } = definition;
    const read = (fields: FieldDefinition[]) => fields.map((field) => FieldDefinitionResponse.of(field));
    return {
      ...{ channel, baseUrl, baseUrlSchemes: [...baseUrlSchemes] },
      ...{ credentials: read(credentials), settings: read(settings), addressesPerson },
    };
  }
}

export class DispatchProviderResponse {
  /** @example YOM */
  code: string;

  /** @example YOM */
  name: string;

  /** What to know beyond the fields, in Markdown. */
  notes: string | null;

  @ApiProperty({ enum: CHANNELS, isArray: true })
  channels: Channel[];

  /** It tells what became of messages, at the `callbackUrl` of a config. */
  callbacks: boolean;

  /** What a config of it takes on each channel: enough to draw a form from. */
  channelDefinitions: ChannelDefinitionResponse[];

  static of(code: string, dispatcher: ActivityDispatcher): DispatchProviderResponse {
    const { name, notes = null, channelDefinitions } = dispatcher;
    return {
      code,
      name,
      notes,
      channels: channelDefinitions.map(({ channel }) => channel),
      callbacks: 'readCallback' in dispatcher,
      channelDefinitions: channelDefinitions.map(ChannelDefinitionResponse.of),
    };
  }
}
