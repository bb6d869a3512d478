import { Clock, type Queryable } from '@errand/database';
import { Outbox } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { LaneColumns } from './lane';
import type { CopyRound } from './reader.service';
import { type CopyStatements, keepOriginals } from './sql/copy.sql';
import { type HistoryEvent, tellOfHistory } from './sql/history.sql';
import { WorkSignal } from './work-signal.service';

/** An activity to copy, and when its copy is due. */
interface Original {
  id: string;
  dueAt: Date;
}

interface Copy extends LaneColumns {
  id: string;
  original_id: string;
  /** Null: in the queue. */
  next_attempt_at: Date | null;
}

/** Makes new activities that are linked copies of others: redriven ones and follow-ups. */
@Injectable()
export class Copies {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly workSignal: WorkSignal,
  ) {}

  /**
   * Copies each of these activities of one tenant, unless it was copied in this way before or is being copied by
   * somebody else: of two who do it at once, one waits.
   * @param round of the request that makes them, for statements that ask for one
   * @returns the ids of the copies that were made
   */
  async make(
    tx: Queryable,
    { copy, furnish }: CopyStatements,
    tenantId: string,
    originals: readonly Original[],
    actor: string,
    round?: CopyRound,
  ): Promise<string[]> {
    if (originals.length === 0) return [];
    const now = this.clock.now();
    const ids = originals.map(({ id }) => id);
    const due = originals.map(({ dueAt }) => dueAt);
    await tx.query(keepOriginals, [tenantId, ids]);
    const values = [tenantId, ids, ids.map(() => newId()), now, due];
    const ofRound = round ? [round.request, round.since, round.than] : [null];
    const copies = await tx.query<Copy>(copy, [...values, ...ofRound]);
    if (copies.length === 0) return [];
    const made = copies.map(({ id }) => id);
    const pairs = [made, copies.map(({ original_id }) => original_id)];
    const events = await tx.query<HistoryEvent>(furnish, [tenantId, ...pairs, now, actor]);
    await this.outbox.tell(tx, tellOfHistory, [tenantId, JSON.stringify(events)]);
    tx.afterCommit(() => {
      for (const one of copies) this.workSignal.announce(tenantId, one.next_attempt_at ? null : one);
    });
    return made;
  }
}
