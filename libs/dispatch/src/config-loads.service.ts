import { Backlog } from '@errand/activities';
import { Injectable } from '@nestjs/common';
import { Admission } from './admission/admission.service';
import { ChosenConfigs } from './chosen-configs.service';

/** What a dispatch config has to do. Of each lane, 10,001 at most are counted. */
export interface ConfigLoad {
  queued: number;
  inFlight: number;
  /** Whether something queued waits for the config's rate or concurrency. */
  isLimited: boolean;
}

/** Tells what there is to do for each dispatch config, as admission chooses it at this moment. */
@Injectable()
export class ConfigLoads {
  constructor(
    private readonly backlog: Backlog,
    private readonly admission: Admission,
    private readonly chosen: ChosenConfigs,
  ) {}

  /**
   * By config: the activities that are pinned to it, and those of its channel that would be sent by it now, or that wait for
   * it because every config of the channel is paused or has an outage.
   */
  async of(tenantId: string): Promise<Map<string, ConfigLoad>> {
    const loads = new Map<string, ConfigLoad>();
    for (const { lane, queued, inFlight } of await this.backlog.lanes(tenantId)) {
      const notNow = await this.admission.whyNotNow(lane);
      const id = lane.pinnedConfigId ?? notNow?.config?.id ?? (await this.chosen.ofLane(lane))?.id;
      if (id === undefined) continue;
      const load = loads.get(id) ?? { queued: 0, inFlight: 0, isLimited: false };
      load.queued += queued;
      load.inFlight += inFlight;
      load.isLimited ||= queued > 0 && notNow?.reason === 'RATE_LIMIT';
      loads.set(id, load);
    }
    return loads;
  }
}
