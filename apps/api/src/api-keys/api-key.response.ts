import { type ApiKey, type IssuedKey, type Permission, PERMISSIONS } from '@errand/tenants';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

export class ApiKeyResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** @example "order system" */
  name: string;

  /**
   * What the key can be recognised by in the log and in the history of activities.
   * @example erk_a1B2c3
   */
  prefix: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  permissions: Permission[];

  /** It reaches no other channels; null: any. */
  @ApiProperty({ enum: CHANNELS, isArray: true, nullable: true })
  channels: Channel[] | null;

  /** It reaches no other dispatch configs; null: any. */
  @ApiProperty({ type: 'string', format: 'uuid', isArray: true, nullable: true })
  dispatchConfigIds: string[] | null;

  /** It is taken from these networks only; null: from anywhere. */
  @ApiProperty({ type: 'string', isArray: true, nullable: true })
  allowCidrs: string[] | null;

  /** The key that made it, and with which it ends. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  parentId: string | null;

  /** The key that it replaces. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  rotatedFrom: string | null;

  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  createdAt: Date;

  static of(key: ApiKey): ApiKeyResponse {
    const { id, name, prefix, permissions, channels, dispatchConfigIds, allowCidrs, parentId, rotatedFrom } = key;
    const { expiresAt, revokedAt, lastUsedAt, createdAt } = key;
    return {
      ...{ id, name, prefix, permissions, channels, dispatchConfigIds, allowCidrs, parentId, rotatedFrom },
      ...{ expiresAt, revokedAt, lastUsedAt, createdAt },
    };
  }
}

export class CreatedApiKeyResponse extends ApiKeyResponse {
  /**
   * The key itself. It is shown this once and cannot be had again.
   * @example erk_01900000000070008000000000000001_2yZc1nq5kq0vX0sQm0p3oVfZr8l9bWj4dT6hYxA7cEg
   */
  plaintextKey: string;

  static ofIssued({ key, plaintextKey }: IssuedKey): CreatedApiKeyResponse {
    return { ...ApiKeyResponse.of(key), plaintextKey };
  }
}
