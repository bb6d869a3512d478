import { Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import type { ClaimedDelivery } from '../sql/claim.sql';
import { findToldActivities, findToldConfigs, type ToldActivity, type ToldConfig } from '../sql/subjects.sql';
import { eventBody } from './event-body';

const isOfConfig = ({ event_type: type }: ClaimedDelivery) => type.startsWith('dispatch_config.');
const isOfContact = ({ event_type: type }: ClaimedDelivery) => type.startsWith('contact.');
const isOfActivity = (delivery: ClaimedDelivery) => !isOfConfig(delivery) && !isOfContact(delivery);

/** A delivery, and what writes its body. */
export interface Told {
  delivery: ClaimedDelivery;
  /** @throws Error where what it is about cannot be written, such as JSON that is too deep */
  body: () => string;
}

/** Writes the bodies of a batch of deliveries, having loaded what they are about together. */
@Injectable()
export class EventBodies {
  constructor(private readonly database: Database) {}

  async of(tenantId: string, deliveries: ClaimedDelivery[]): Promise<Told[]> {
    const activities = await this.load<ToldActivity>(findToldActivities, tenantId, deliveries.filter(isOfActivity));
    const configs = await this.load<ToldConfig>(findToldConfigs, tenantId, deliveries.filter(isOfConfig));
    return deliveries.map((delivery) => {
      const { subject_id: subject } = delivery;
      const ofConfig = isOfConfig(delivery) ? { config: configs.get(subject) } : { activity: activities.get(subject) };
      const about = isOfContact(delivery) ? { contact: null } : ofConfig;
      return { delivery, body: () => eventBody(delivery, about) };
    });
  }

  /** The body of one, to be shown; null where it cannot be written. */
  async shown(tenantId: string, delivery: ClaimedDelivery): Promise<Record<string, unknown> | null> {
    const [told] = await this.of(tenantId, [delivery]);
    try {
      return told ? (JSON.parse(told.body()) as Record<string, unknown>) : null;
    } catch {
      return null;
    }
  }

  private async load<Row extends { id: string }>(
    statement: typeof findToldActivities,
    tenantId: string,
    deliveries: ClaimedDelivery[],
  ): Promise<Map<string, Row>> {
    if (deliveries.length === 0) return new Map();
    const ids = deliveries.map(({ subject_id }) => subject_id);
    const rows = await this.database.query<Row>(statement, [tenantId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
