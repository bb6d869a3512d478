import { Clock, Database } from '@errand/database';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import type { TargetCriterion } from '../settings/target-resolution-config.entity';
import { type ContactQuestion, findLastContacts, type LastContact } from '../sql/last-contacts.sql';

/** One store's users who can be reached on a channel, and a LAST_CONTACTED criterion to choose among them by. */
export interface ContactSearch {
  commerceId: string;
  channel: Channel;
  users: string[];
  criterion: TargetCriterion;
}

const dayMs = 86_400_000;

/** Finds whom a store was last contacted through: for any number of searches in one statement. */
@Injectable()
export class LastContacts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the user of each search that has one */
  async find(
    tenantId: string,
    searches: readonly ContactSearch[],
  ): Promise<(search: ContactSearch) => string | undefined> {
    const places = new Map<string, number>();
    const questions: ContactQuestion[] = [];
    for (const search of searches) {
      if (search.users.length === 0 || places.has(keyOf(search))) continue;
      const place = places.size;
      places.set(keyOf(search), place);
      const { commerceId: commerce_id, users } = search;
      const since = this.sinceOf(search.criterion);
      for (const channel of channelsOf(search)) questions.push({ place, commerce_id, channel, users, since });
    }
    if (questions.length === 0) return () => undefined;
    const rows = await this.database.query<LastContact>(findLastContacts, [tenantId, JSON.stringify(questions)]);
    const latest = new Map<number, LastContact>();
    for (const row of rows) {
      const known = latest.get(row.place);
      if (!known || row.dispatched_at > known.dispatched_at) latest.set(row.place, row);
    }
    return (search) => latest.get(places.get(keyOf(search)) ?? -1)?.commerce_user_id;
  }

  private sinceOf({ config }: TargetCriterion): Date {
    return config.withinDays ? new Date(this.clock.now().getTime() - config.withinDays * dayMs) : new Date(0);
  }
}

function channelsOf({ channel, criterion }: ContactSearch): readonly Channel[] {
  return criterion.type === 'LAST_CONTACTED_ALL_CHANNELS' ? CHANNELS : [channel];
}

/** Two activities of a store on one channel ask the same. */
function keyOf({ commerceId, channel, criterion: { type, config } }: ContactSearch): string {
  return [commerceId, channel, type, config.withinDays ?? ''].join('/');
}
