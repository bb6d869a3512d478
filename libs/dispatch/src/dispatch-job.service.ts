import {
  type ActivityRelations,
  type Claim,
  ClaimResolution,
  type Lane,
  laneOf,
  Lifecycle,
  loadRelations,
  type ResolutionFailure,
} from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock, Database } from '@errand/database';
import { type DispatchOutcome, failure, ProviderRegistry, runDispatcher } from '@errand/providers';
import type { DispatchConfig } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import { Accounts, type AttemptableAccount, isAttemptable } from './accounts.service';
import { AttemptReport } from './attempt-report.service';
import { Breaker } from './breaker/breaker.service';
import { type Dispatch, type DispatchResult, noRelations, type Probe } from './dispatch';
import { HeldDispatches } from './held-dispatches.service';
import { Limits } from './limits/limits.service';
import { Outcomes } from './outcomes.service';
import { payloadOf } from './payload';
import { sortByEnd } from './resolved-dispatches';

/** What came of resolving claimed activities. */
export interface ResolvedDispatches {
  /** Loaded, and admitted again to the config they were admitted to. */
  ready: Dispatch[];
  /** UNRESOLVED now; the claim is over. */
  unresolved: ResolutionFailure[];
  /** Resolved, but the config has no concurrency free for them: back in the queue, uncounted. */
  returned: Dispatch[];
}

/** How much longer than its deadline a probe may take before another process makes the next one. */
const deadlineSlackMs = 2_000;

/**
 * The job: claim → load → resolve config → decrypt → look up → dispatch → settle. The dispatcher runs it in batches,
 * the api for one activity; both go through these same steps.
 */
@Injectable()
export class DispatchJob {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly resolution: ClaimResolution,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly registry: ProviderRegistry,
    private readonly breaker: Breaker,
    private readonly limits: Limits,
    private readonly held: HeldDispatches,
    private readonly outcomes: Outcomes,
    private readonly report: AttemptReport,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Step 1 for the best activities of a lane.
   * @param admittedTo whose concurrency was acquired for `limit` activities; what is not used is given back
   */
  async claim(lane: Lane, limit: number, admittedTo: DispatchConfig | null): Promise<Claim> {
    return this.admitted(admittedTo, limit, () => this.lifecycle.claim(lane, limit, this.settings.dispatchLeaseMs));
  }

  /** The same for those that come due within `aheadMs`, to be run when they are. */
  async claimUpcoming(lane: Lane, limit: number, aheadMs: number): Promise<Claim> {
    return this.lifecycle.claimUpcoming(lane, limit, this.settings.dispatchLeaseMs, aheadMs);
  }

  /** The same for one activity. @throws NOT_FOUND, IN_FLIGHT, INVALID_TRANSITION */
  async claimOne(tenantId: string, id: string, admittedTo: DispatchConfig | null): Promise<Claim> {
    return this.admitted(admittedTo, 1, () => this.lifecycle.claimOne(tenantId, id, this.settings.dispatchLeaseMs));
  }

  /** Claims the lane's best activity as the one probe of a config that is down, if it is our turn to make it. */
  async claimProbe(lane: Lane, probe: Probe): Promise<Dispatch[]> {
    const claimed = await this.load(await this.claim(lane, 1, null), null);
    const patienceMs = probe.via.account.timeoutMs + deadlineSlackMs;
    if (claimed.length === 0) return [];
    const isOurTurn = await this.held.orGiveBack(claimed, () => this.breaker.takeProbe(probe.via.config, patienceMs));
    if (isOurTurn) return claimed.map((dispatch) => ({ ...dispatch, probe }));
    // Somebody else is at it: until their call can be over, more claims would only be given back.
    probe.outage.probe_at = this.clock.after(patienceMs);
    await this.held.giveBack(claimed);
    return [];
  }

  /** Step 2: everything the claimed activities refer to, in one statement. */
  async load(claim: Claim, admittedTo: DispatchConfig | null): Promise<Dispatch[]> {
    const dispatches = this.held.hold(claim, admittedTo);
    await this.held.orGiveBack(dispatches, () => this.loadInto(claim.tenantId, dispatches));
    return dispatches;
  }

  /**
   * Between 2 and 3, for those of a claim that `isPending`: finds what was left to be found now. They use none of the
   * config's concurrency meanwhile.
   * @param signal aborts when the process cannot wait for a hook; they are then returned uncounted, which is thrown
   */
  async resolve(pending: Dispatch[], signal: AbortSignal): Promise<ResolvedDispatches> {
    const [first] = pending;
    if (!first) return { ready: [], unresolved: [], returned: [] };
    const { tenantId, token, admittedTo } = first;
    for (const dispatch of pending) this.held.leaveConfig(dispatch);
    return this.held.orGiveBack(pending, async () => {
      const ids = pending.map(({ activity }) => activity.id);
      const ends = await this.resolution.resolve(tenantId, token, ids, signal);
      const { resolved, addressed, unresolved, lost } = sortByEnd(pending, ends);
      for (const dispatch of lost) this.held.letGo(dispatch);
      for (const { dispatch, failure } of unresolved) {
        this.held.letGo(dispatch);
        this.report.unresolved(tenantId, dispatch.activity.id, failure);
      }
      await this.loadInto(tenantId, addressed);
      const admitted = admittedTo ? await this.limits.acquire(admittedTo, resolved.length) : resolved.length;
      const ready = resolved.slice(0, admitted);
      for (const dispatch of ready) dispatch.admittedTo = admittedTo;
      const returned = resolved.slice(admitted);
      await this.held.giveBack(returned);
      return { ready, unresolved: unresolved.map(({ failure }) => failure), returned };
    });
  }

  /**
   * Steps 3 to 8. Resolves when the call is over, so that the next one can start while this one is settled.
   * @param signal aborts when the process can wait no longer; the activity is then returned uncounted
   */
  async run(dispatch: Dispatch, signal: AbortSignal): Promise<{ settled: Promise<DispatchResult> }> {
    const { tenantId, activity, probe } = dispatch;
    try {
      const account = probe?.via ?? (await this.accounts.of(laneOf(tenantId, activity)));
      if (!isAttemptable(account)) return { settled: this.giveBack(dispatch) };
      // Whoever took it over keeps it; if nobody did, it goes back to its queue uncounted.
      if (!this.held.isOurs(dispatch)) return { settled: this.giveBack(dispatch) };
      const startedAt = this.clock.now();
      const outcome = await this.send(dispatch, account, signal);
      this.held.leaveConfig(dispatch);
      const settled = this.outcomes.conclude(dispatch, account, outcome, startedAt);
      return { settled: settled.finally(() => this.held.letGo(dispatch)) };
    } catch (error) {
      if (signal.aborted) return { settled: this.giveBack(dispatch) };
      this.held.letGo(dispatch);
      throw error;
    }
  }

  /** Steps 3 to 6: config and credentials are in `account`; look up the dispatcher and invoke it. */
  private async send(dispatch: Dispatch, account: AttemptableAccount, signal: AbortSignal): Promise<DispatchOutcome> {
    if (account.state === 'MISSING')
      return failure('NO_DISPATCH_CONFIG', `No dispatch config for ${dispatch.activity.channel}`);
    if (account.state === 'UNREADABLE')
      return failure('CREDENTIALS_UNREADABLE', 'The stored credentials do not decrypt');
    const dispatcher = this.registry.get(account.config.providerCode);
    if (!dispatcher) return failure('UNKNOWN_PROVIDER', `No dispatcher for ${account.config.providerCode}`);
    const payload = payloadOf(dispatch.activity, dispatch.relations);
    const request = { payload, body: JSON.stringify(payload), account: account.account };
    return runDispatcher(dispatcher, request, signal);
  }

  private async loadInto(tenantId: string, dispatches: Dispatch[]): Promise<void> {
    if (dispatches.length === 0) return;
    const ids = dispatches.map(({ activity }) => activity.id);
    const rows = await this.database.query<ActivityRelations>(loadRelations, [tenantId, ids]);
    const relationsOf = new Map(rows.map((row) => [row.id, row]));
    for (const dispatch of dispatches) dispatch.relations = relationsOf.get(dispatch.activity.id) ?? noRelations;
  }

  private async admitted(config: DispatchConfig | null, limit: number, claim: () => Promise<Claim>): Promise<Claim> {
    let claimed = 0;
    try {
      const taken = await claim();
      claimed = taken.activities.length;
      return taken;
    } finally {
      if (config) this.limits.release(config, limit - claimed);
    }
  }

  private async giveBack(dispatch: Dispatch): Promise<DispatchResult> {
    await this.held.giveBack([dispatch]);
    return { end: 'RETURNED' };
  }
}
