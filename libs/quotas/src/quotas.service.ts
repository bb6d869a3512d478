import { SETTINGS, type Settings } from '@errand/config';
import type { Queryable, Statement } from '@errand/database';
import { ErrandError } from '@errand/errors';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { countRows, takeTurn } from './quotas.sql';

/** What of a tenant is counted; what its work consists of (activities, stores, people, routes) is not. */
const counted = {
  API_KEYS: {
    what: 'valid API keys',
    count: countRows('api_keys', 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())'),
    most: ({ quotaApiKeys }: Settings) => quotaApiKeys,
  },
  DISPATCH_CONFIGS: {
    what: 'dispatch configs',
    count: countRows('dispatch_configs'),
    most: ({ quotaDispatchConfigs }: Settings) => quotaDispatchConfigs,
  },
  RECURRING_ACTIONS: {
    what: 'recurring actions',
    count: countRows('recurring_actions'),
    most: ({ quotaRecurringActions }: Settings) => quotaRecurringActions,
  },
  WEBHOOKS: {
    what: 'webhooks',
    count: countRows('webhooks'),
    most: ({ quotaWebhooks }: Settings) => quotaWebhooks,
  },
  ATTRIBUTE_KEYS: { what: 'attribute keys', count: countRows('attribute_keys'), most: () => 1_000 },
  ATTRIBUTE_POLICIES: { what: 'attribute policies', count: countRows('attribute_policies'), most: () => 1_000 },
  RESULT_TYPES: { what: 'result types', count: countRows('result_types'), most: () => 1_000 },
  TARGET_RESOLUTION_CONFIGS: {
    what: 'target resolution configs',
    count: countRows('target_resolution_configs'),
    most: () => 200,
  },
} satisfies Record<string, { what: string; count: Statement; most: (settings: Settings) => number }>;

type QuotaKind = keyof typeof counted;

/** How many rows of each kind a tenant may have; exact, however many are added at the same time. */
@Injectable()
export class Quotas {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /**
   * To be called before one row is added, in the transaction that adds it: until that ends, nobody else adds one.
   * @throws ErrandError LIMIT_REACHED
   */
  async claim(tx: Queryable | EntityManager, tenantId: string, kind: QuotaKind): Promise<void> {
    await this.takeTurn(tx, tenantId, kind);
    const { count, most, what } = counted[kind];
    const [row] = await run<{ count: number }>(tx, count, [tenantId]);
    const limit = most(this.settings);
    if ((row?.count ?? 0) < limit) return;
    throw new ErrandError('LIMIT_REACHED', `A tenant has ${limit} ${what} at most`, { limit });
  }

  /** For who counts by itself: until the transaction ends, nobody else adds a row of the kind. */
  async takeTurn(tx: Queryable | EntityManager, tenantId: string, kind: QuotaKind | 'RULES'): Promise<void> {
    await run(tx, takeTurn, [tenantId, kind]);
  }
}

async function run<Row>(tx: Queryable | EntityManager, statement: Statement, values: unknown[]): Promise<Row[]> {
  return tx instanceof EntityManager ? tx.query<Row[]>(statement.text, values) : tx.query<Row>(statement, values);
}
