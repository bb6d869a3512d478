import type { Settings } from '@errand/config';
import { type Permission, PERMISSIONS, type Tenant, TENANT_STATUSES, type TenantStatus } from '@errand/tenants';
import { ApiProperty } from '@nestjs/swagger';
import { type Access, isPlatform } from '../access/access';

export class MyTenantResponse {
  /** @format uuid */
  id: string;
  /** @example acme */
  code: string;
  /** @example Acme Foods */
  name: string;
  /**
   * IANA time zone.
   * @example America/Bogota
   */
  timezone: string;
  /** While PAUSED its activities wait. */
  @ApiProperty({ enum: TENANT_STATUSES })
  status: TenantStatus;

  static of({ id, code, name, status, settings }: Tenant): MyTenantResponse {
    return { id, code, name, status, timezone: settings.timezone };
  }
}

/** What of the installation’s settings changes what is seen. */
export class MySettingsResponse {
  /** False: scheduled actions and those of recurring ones are stored but not sent, `ENABLE_SCHEDULED_ACTIONS`. */
  enableScheduledActions: boolean;

  static of({ enableScheduledActions }: Settings): MySettingsResponse {
    return { enableScheduledActions };
  }
}

export class MeResponse {
  /**
   * As histories name it.
   * @example key:erk_a1B2c3 (console)
   */
  actor: string;

  /** `console`: by a session. */
  @ApiProperty({ enum: ['key', 'platform', 'console'] })
  actorKind: Access['actorKind'];

  /** The tenant it acts in; null when the platform key named none. */
  tenant: MyTenantResponse | null;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  permissions: Permission[];

  /** Whether it is the platform key’s, which has every permission in every tenant. */
  isPlatform: boolean;

  /** When the key or the session ends; null: never. */
  expiresAt: Date | null;

  settings: MySettingsResponse;

  static of(access: Access, settings: Settings): MeResponse {
    const { actor, actorKind, tenant, permissions, expiresAt } = access;
    return {
      ...{ actor, actorKind, tenant: tenant ? MyTenantResponse.of(tenant) : null },
      permissions: PERMISSIONS.filter((permission) => permissions?.has(permission) ?? true),
      ...{ isPlatform: isPlatform(access), expiresAt, settings: MySettingsResponse.of(settings) },
    };
  }
}
