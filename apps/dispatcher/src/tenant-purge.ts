import { RuleWindows } from '@errand/actions';
import { Retention } from '@errand/activities';
import { AuditRetention } from '@errand/audit';
import { ProviderEvents } from '@errand/callbacks';
import { Occurrences } from '@errand/recurring';
import { RuleHits } from '@errand/rules';
import { RollUps } from '@errand/statistics';
import { LOGGER, type Logger } from '@errand/telemetry';
import { ConsoleSessions } from '@errand/tenants';
import { Deliveries } from '@errand/webhooks';
import { Inject, Injectable } from '@nestjs/common';

/**
 * Removes the activities that wait for nothing more and the occurrences of recurring actions that are older than their tenant keeps them,
 * what webhooks were told that long ago, what removed webhooks have left behind, what rules counted and how often they decided, old statistics, what providers
 * told of nothing of ours, sessions of the console that are over, and old entries of the audit log.
 */
@Injectable()
export class TenantPurge {
  constructor(
    private readonly retention: Retention,
    private readonly windows: RuleWindows,
    private readonly hits: RuleHits,
    private readonly rollUps: RollUps,
    private readonly deliveries: Deliveries,
    private readonly occurrences: Occurrences,
    private readonly audit: AuditRetention,
    private readonly events: ProviderEvents,
    private readonly sessions: ConsoleSessions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * A step that fails is logged and keeps no other from its turn.
   * @param days how long the tenant keeps what waits for nothing more; null for ever
   */
  async of(tenantId: string, days: number | null, signal: AbortSignal): Promise<void> {
    const steps: Record<string, () => Promise<unknown>> = {
      'what rules counted': () => this.windows.purge(tenantId, signal),
      'how often rules decided': () => this.hits.purge(tenantId, signal),
      'old statistics': () => this.rollUps.purge(tenantId, signal),
      'what removed webhooks left behind': () => this.deliveries.purgeOrphans(tenantId, signal),
      'occurrences of recurring actions': () => this.occurrences.purge(tenantId, days, signal),
      'what providers told of nothing of ours': () => this.events.sweep(tenantId, signal),
      'sessions that are over': () => this.sessions.purge(tenantId, signal),
      'old entries of the audit log': () => this.audit.purgeIfAllowed(tenantId, signal),
    };
    if (days !== null) {
      steps['what webhooks were told'] = () => this.deliveries.purge(tenantId, days, signal);
      steps['old activities'] = async () => {
        const removed = await this.retention.purge(tenantId, days, signal);
        if (removed > 0) this.logger.info({ tenantId, removed, days }, 'old activities removed');
      };
    }
    for (const [what, step] of Object.entries(steps)) {
      if (signal.aborted) return;
      await step().catch((error: unknown) => {
        this.logger.warn({ err: error, tenantId, what }, 'retention failed; it is tried again in an hour');
      });
    }
  }
}
