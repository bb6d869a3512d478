import { type ActivityView, type Lane, laneOf } from '@errand/activities';
import { DispatchConfigs } from '@errand/tenants';
import type { ChoiceReason } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { Accounts, configOf, isAttemptable, type LaneAccount } from './admission/accounts.service';

/** A dispatch config that sends, and why it is that one. */
export interface ChosenConfig {
  id: string;
  name: string;
  /** Null for an attempt in the past, of which only the config is kept, unless the activity was pinned to it. */
  reason: ChoiceReason | null;
}

/** Tells which dispatch config is used, as admission chooses it. */
@Injectable()
export class ChosenConfigs {
  constructor(
    private readonly accounts: Accounts,
    private readonly configs: DispatchConfigs,
  ) {}

  /** By which the lane's activities would be sent at this moment; null where there is none that can be used. */
  async ofLane(lane: Lane): Promise<ChosenConfig | null> {
    return chosenOf(await this.accounts.fresh(lane));
  }

  /** By which it would be sent now, if it is still to be sent; otherwise by which it was tried last, unless deleted. */
  async ofActivity(tenantId: string, activity: ActivityView): Promise<ChosenConfig | null> {
    const { status, pinned_config_id, dispatch_config_id } = activity;
    if (status === 'READY' || status === 'UNRESOLVED')
      return chosenOf(await this.accounts.of(laneOf(tenantId, activity)));
    const config = dispatch_config_id && (await this.configs.find(tenantId, dispatch_config_id));
    if (!config) return null;
    return { id: config.id, name: config.name, reason: config.id === pinned_config_id ? 'PINNED' : null };
  }
}

function chosenOf(account: LaneAccount): ChosenConfig | null {
  const config = isAttemptable(account) ? configOf(account) : null;
  return config && { id: config.id, name: config.name, reason: account.reason };
}
