import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SETTINGS, type Settings } from '@errand/config';
import { ErrandError, notFound } from '@errand/errors';
import {
  type ApiKey,
  ApiKeys,
  ConsoleSessions,
  inSession,
  isIn,
  keyPrefixOf,
  type Tenant,
  Tenants,
} from '@errand/tenants';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { routeConfig } from '../http/route-config';
import type { Access } from './access';
import { refuseForged } from './own-page';
import { sessionTextOf } from './session-cookie';

declare module 'fastify' {
  interface FastifyContextConfig {
    tenantInQuery?: boolean;
  }
}

/** The route is for what sends no headers, such as EventSource: its query may name the tenant as `tenant`. */
export const TenantInQuery = () => routeConfig({ tenantInQuery: true });

/** Finds out who makes a request from its `authorization`, `x-api-key`, `cookie` and `x-tenant-id` headers. */
@Injectable()
export class Authenticator implements OnApplicationBootstrap {
  private readonly platformKeyHash: Buffer | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly apiKeys: ApiKeys,
    private readonly sessions: ConsoleSessions,
    private readonly tenants: Tenants,
  ) {
    this.platformKeyHash = settings.adminApiKey === undefined ? undefined : sha256(settings.adminApiKey);
  }

  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([this.apiKeys.hearOfEnds(), this.sessions.hearOfEnds()]);
  }

  /**
   * Whose key it is, before it is known whether it may act in the tenant that the request names.
   * @param address that the request comes from
   * @param onlyKnown no key and no session is looked up that was not valid before
   * @throws ErrandError UNAUTHENTICATED without a valid key, or from a network that the key is not for; CSRF
   */
  async authenticate(request: FastifyRequest, address: string, onlyKnown: boolean): Promise<Access> {
    const text = keyText(request.headers);
    if (text !== undefined) return this.byKey(text, request, address, onlyKnown);
    const session = sessionTextOf(request, this.settings);
    if (session !== undefined) return this.bySession(session, request, address, onlyKnown);
    throw unauthenticated('An API key is required, as Authorization: Bearer or x-api-key');
  }

  /** @throws ErrandError UNAUTHENTICATED */
  async byKey(text: string, request: FastifyRequest, address: string, onlyKnown: boolean): Promise<Access> {
    const { id: requestId } = request;
    if (this.isPlatformKey(text)) return { ...platform, address, requestId };
    const found = onlyKnown && !this.apiKeys.wasGood(text) ? undefined : await this.apiKeys.authenticate(text);
    if (!found) {
      const prefix = keyPrefixOf(text);
      if (prefix !== undefined) request.refused = { actor: `key:${prefix}`, actorKind: 'key', tenant: undefined };
      throw unauthenticated('The API key is unknown, revoked or expired');
    }
    const access = { ...accessOf(found), address, requestId };
    expectAddress(found.key, access, request);
    return access;
  }

  /** @throws ErrandError UNAUTHENTICATED, CSRF */
  private async bySession(text: string, request: FastifyRequest, address: string, onlyKnown: boolean): Promise<Access> {
    refuseForged(request, this.settings);
    const session = onlyKnown && !this.sessions.wasGood(text) ? undefined : await this.sessions.find(text);
    if (!session) throw unauthenticated('The session is over; sign in again');
    const { of, expiresAt } = session;
    const access = asInSession({ ...(of ? accessOf(of) : platform), expiresAt, address, requestId: request.id });
    if (of) expectAddress(of.key, access, request);
    return access;
  }

  /**
   * The same in the tenant that the request names, if it names one.
   * @throws ErrandError NOT_FOUND for an unknown tenant named by the platform key, FORBIDDEN when a tenant's key names
   * another tenant
   */
  async enter(access: Access, request: FastifyRequest): Promise<Access> {
    const tenantName = header(request.headers, 'x-tenant-id') ?? tenantInQuery(request);
    const { tenant } = access;
    if (!tenant) return { ...access, tenant: await this.namedTenant(tenantName) };
    if (tenantName !== undefined && tenantName.toLowerCase() !== tenant.id && tenantName !== tenant.code) {
      throw new ErrandError('FORBIDDEN', 'The API key belongs to another tenant than x-tenant-id names');
    }
    return access;
  }

  private async namedTenant(name: string | undefined): Promise<Tenant | undefined> {
    if (name === undefined) return undefined;
    const tenant = await this.tenants.findByIdOrCode(name);
    if (!tenant) throw notFound('Tenant', name);
    return tenant;
  }

  /** Hashes have one length whatever was sent, so that the comparison takes the same time for every text. */
  private isPlatformKey(text: string): boolean {
    return this.platformKeyHash !== undefined && timingSafeEqual(sha256(text), this.platformKeyHash);
  }
}

const platform = {
  actor: 'platform',
  actorKind: 'platform',
  ...{ keyId: undefined, permissions: undefined, tenant: undefined, expiresAt: null },
  scope: { channels: null, dispatchConfigIds: null },
} as const;

/** Who acts with a key, as one in a session that it opened. */
export function asInSession(access: Access): Access {
  return { ...access, actor: inSession(access.actor), actorKind: 'console' };
}

/** The tenant that the query names, where the route takes it there. */
function tenantInQuery({ routeOptions, query }: FastifyRequest): string | undefined {
  if (!routeOptions.config.tenantInQuery) return undefined;
  const { tenant } = query as { tenant?: unknown };
  return typeof tenant === 'string' && tenant !== '' ? tenant : undefined;
}

/** @throws ErrandError UNAUTHENTICATED from a network that the key is not for */
function expectAddress({ allowCidrs }: ApiKey, access: Access, request: FastifyRequest): void {
  if (!allowCidrs || isIn(allowCidrs, access.address)) return;
  request.refused = access;
  throw unauthenticated('The API key is not taken from this address');
}

function accessOf({ key, tenant }: { key: ApiKey; tenant: Tenant }) {
  const { id: keyId, prefix, channels, dispatchConfigIds, expiresAt } = key;
  return {
    ...{ actor: `key:${prefix}`, actorKind: 'key' as const, keyId, permissions: new Set(key.permissions) },
    ...{ scope: { channels, dispatchConfigIds }, tenant, expiresAt },
  };
}

export function keyText(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  return bearer ?? header(headers, 'x-api-key');
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  const text = Array.isArray(value) ? value[0] : value;
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function unauthenticated(message: string): ErrandError {
  return new ErrandError('UNAUTHENTICATED', message);
}
