import { type ApiKey, type Permission, PERMISSIONS } from '@errand/tenants';
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

  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  createdAt: Date;

  static of(key: ApiKey): ApiKeyResponse {
    const { id, name, prefix, permissions, expiresAt, revokedAt, lastUsedAt, createdAt } = key;
    return { id, name, prefix, permissions, expiresAt, revokedAt, lastUsedAt, createdAt };
  }
}

export class CreatedApiKeyResponse extends ApiKeyResponse {
  /**
   * The key itself. It is shown this once and cannot be had again.
   * @example erk_01900000000070008000000000000001_2yZc1nq5kq0vX0sQm0p3oVfZr8l9bWj4dT6hYxA7cEg
   */
  plaintextKey: string;
}
