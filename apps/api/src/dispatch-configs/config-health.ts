import { Breaker, type ConfigLoad, ConfigLoads, type Outage } from '@errand/dispatch';
import { type AttemptSum, Statistics } from '@errand/statistics';
import { type ConfigTest, ConfigTests, type DispatchConfig, DispatchConfigs } from '@errand/tenants';
import { CHANNELS, type Scope } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';

export const HEALTH_STATES = ['UP', 'DEGRADED', 'DOWN', 'MISCONFIGURED', 'PAUSED', 'LIMITED', 'IDLE'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** More than a tenant has unless it was given more. */
const mostConfigs = 1_000;
/** So few attempts say nothing about a provider. */
const fewAttempts = 10;
const degradedShare = 0.1;

/** How one dispatch config does. */
export interface ConfigHealth extends AttemptSum, Pick<ConfigLoad, 'queued' | 'inFlight'> {
  config: DispatchConfig;
  state: HealthState;
  outage: Outage | null;
  lastSuccessAt: Date | null;
  lastTest: (ConfigTest & { at: Date }) | null;
}

const noAttempts: AttemptSum = { attempts: 0, failures: 0, p50Ms: null, p95Ms: null, p99Ms: null, trend: [] };
const noLoad: ConfigLoad = { queued: 0, inFlight: 0, isLimited: false };

/** Tells how the dispatch configs of a tenant do. */
@Injectable()
export class ConfigsHealth {
  constructor(
    private readonly configs: DispatchConfigs,
    private readonly breaker: Breaker,
    private readonly loads: ConfigLoads,
    private readonly statistics: Statistics,
    private readonly tests: ConfigTests,
  ) {}

  /** Those within a scope, by channel and in the order in which they are used. @param windowMs how far back attempts count */
  async of(tenantId: string, scope: Scope, windowMs: number): Promise<ConfigHealth[]> {
    const slice = { before: undefined, offset: 0, limit: mostConfigs };
    const configs = (await this.configs.list({ tenantId, scope }, slice)).sort(inOrderOfUse);
    if (configs.length === 0) return [];
    const ids = configs.map(({ id }) => id);
    const outages = await this.breaker.outages(tenantId, ids);
    const loads = await this.loads.of(tenantId);
    const attempts = await this.statistics.attempts(tenantId, windowMs);
    const successes = await this.statistics.lastSuccesses(tenantId);
    const tests = await this.tests.last(tenantId);
    return configs.map((config) => {
      const { id } = config;
      const { isLimited, ...load } = loads.get(id) ?? noLoad;
      const sum = attempts.get(id) ?? noAttempts;
      const outage = outages.get(id) ?? null;
      const state = stateOf({ isActive: config.isActive, outage, isLimited, ...sum });
      return {
        ...{ config, state, outage, ...load, ...sum },
        lastSuccessAt: successes.get(id) ?? null,
        lastTest: tests.get(id) ?? null,
      };
    });
  }
}

/** What is most worth knowing: why nothing is sent by it, then why less is, then how it went. */
export function stateOf(health: {
  isActive: boolean;
  outage: Pick<Outage, 'kind'> | null;
  isLimited: boolean;
  attempts: number;
  failures: number;
}): HealthState {
  const { isActive, outage, isLimited, attempts, failures } = health;
  if (!isActive) return 'PAUSED';
  if (outage) return outage.kind;
  if (isLimited) return 'LIMITED';
  if (attempts === 0) return 'IDLE';
  return attempts >= fewAttempts && failures >= attempts * degradedShare ? 'DEGRADED' : 'UP';
}

function inOrderOfUse(a: DispatchConfig, b: DispatchConfig): number {
  const byChannel = CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel);
  return byChannel || a.priority - b.priority || (a.id < b.id ? -1 : 1);
}
