import type { ChannelDefinition, FieldDefinition } from '@errand/providers';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

export class DispatchProviderResponse {
  /** @example YOM */
  code: string;

  /** @example YOM */
  name: string;

  @ApiProperty({ enum: CHANNELS, isArray: true })
  channels: Channel[];
}

export class FieldDefinitionResponse {
  /** @example apiKey */
  key: string;

  /** @example "API key" */
  label: string;

  @ApiProperty({ enum: ['string', 'integer', 'number', 'boolean', 'string[]'] })
  type: FieldDefinition['type'];

  required: boolean;
  /** Never shown again once saved. */
  secret: boolean;

  /** A change of it demands the credentials again, as calls may then go elsewhere. */
  decidesDestination: boolean;

  @ApiJsonValue('Taken when the setting is not given; null when there is none.')
  default: unknown;

  description: string | null;

  static of(field: FieldDefinition): FieldDefinitionResponse {
    const { key, label, type, required, secret = false, decidesDestination = false, description = null } = field;
    return { key, label, type, required, secret, decidesDestination, default: field.default ?? null, description };
  }
}

export class ChannelDefinitionResponse {
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;

  @ApiProperty({ enum: ['required', 'optional', 'none'] })
  baseUrl: ChannelDefinition['baseUrl'];

  credentials: FieldDefinitionResponse[];
  settings: FieldDefinitionResponse[];

  static of({ channel, baseUrl, credentials, settings }: ChannelDefinition): ChannelDefinitionResponse {
    const read = (fields: FieldDefinition[]) => fields.map((field) => FieldDefinitionResponse.of(field));
    return { channel, baseUrl, credentials: read(credentials), settings: read(settings) };
  }
}
