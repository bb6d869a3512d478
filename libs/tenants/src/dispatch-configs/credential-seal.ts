import { KeyRing, type SealedColumn } from '@errand/crypto';
import { Injectable } from '@nestjs/common';
import type { DispatchConfig } from './dispatch-config.entity';

/** What names a config; its credentials are sealed to it, so that an envelope copied to another row does not open. */
export type ConfigId = Pick<DispatchConfig, 'tenantId' | 'id'>;

export type Credentials = Record<string, unknown>;

/** Seals and opens the credentials of dispatch configs, and the secrets of their callback URLs. */
@Injectable()
export class CredentialSeal {
  constructor(private readonly keyRing: KeyRing) {}

  seal(credentials: Credentials, config: ConfigId): string {
    return this.keyRing.seal(JSON.stringify(credentials), boundTo(config));
  }

  /** @throws SealedSecretError when no key of the ring opens them */
  open({ sealedCredentials, ...config }: ConfigId & Pick<DispatchConfig, 'sealedCredentials'>): Credentials {
    return JSON.parse(this.keyRing.open(sealedCredentials, boundTo(config))) as Credentials;
  }

  sealCallbackSecret(secret: string, config: ConfigId): string {
    return this.keyRing.seal(secret, callbackBoundTo(config));
  }

  /** @throws SealedSecretError when no key of the ring opens it */
  openCallbackSecret(sealed: string, config: ConfigId): string {
    return this.keyRing.open(sealed, callbackBoundTo(config));
  }
}

const boundTo = ({ tenantId, id }: ConfigId) => `${tenantId}/${id}`;
/** Other than the credentials': neither opens in the other's place. */
const callbackBoundTo = (config: ConfigId) => `${boundTo(config)}/callback`;

/** Sealed anew their version stays: what is inside does not change, so nobody's cache is stale. */
export const sealedCredentials: SealedColumn = {
  table: 'dispatch_configs',
  id: 'id',
  envelope: 'credentials',
  boundTo: (tenantId, id) => boundTo({ tenantId, id }),
};

export const sealedCallbackSecrets: SealedColumn = {
  table: 'dispatch_configs',
  id: 'id',
  envelope: 'callback_secret',
  boundTo: (tenantId, id) => callbackBoundTo({ tenantId, id }),
};
