import { type Addressee, fittingContacts, RECIPIENT_MEMBERS } from '@errand/contacts';
import { Database } from '@errand/database';
import type { OperatorFacts } from '@errand/resolution';
import { Injectable } from '@nestjs/common';
import { type ClaimedActivity, loadCarried, readAsClaimed } from './sql/claim.sql';
import {
  type CommerceFacts,
  loadReferred,
  type PersonFacts,
  type PersonRow,
  type ReferredRow,
  type RouteFacts,
} from './sql/load.sql';

/** What an activity refers to; null where that is nothing. Activities that share something share the object. */
export interface Referred {
  commerce: CommerceFacts | null;
  operator: OperatorFacts | null;
  route: RouteFacts | null;
  /** The target users, in the order in which they were found. */
  people: PersonFacts[];
  /** The same people, with the normal forms of their contacts. */
  addressees: Addressee[];
  /** Of phones without a country code; null where nobody said. */
  country: string | null;
}

/** Loads what claimed activities refer to, a batch at a time, each thing once. */
@Injectable()
export class References {
  constructor(private readonly database: Database) {}

  /** @returns what each refers to, in order */
  async of(tenantId: string, activities: readonly ClaimedActivity[]): Promise<Referred[]> {
    const ids = [
      idsOf(activities, ({ commerce_id }) => commerce_id),
      idsOf(activities, ({ target_user_ids }) => target_user_ids),
      idsOf(activities, ({ operator_id }) => operator_id),
      idsOf(activities, ({ route_id }) => route_id),
    ];
    const isNothing = ids.every((ofKind) => ofKind.length === 0) && !activities.some(namesPhone);
    const rows = isNothing ? [] : await this.database.query<ReferredRow>(loadReferred, [tenantId, ...ids]);
    const facts = new Map<string, unknown>(rows.map((row) => [row.facts.id, row.facts]));
    const people = new Map(rows.flatMap((row) => (row.kind === 'person' ? [[row.facts.id, factsOf(row.facts)]] : [])));
    const known = <Facts>(id: string | null) => (id === null ? null : ((facts.get(id) as Facts | undefined) ?? null));
    const country = known<{ country: string | null }>(tenantId)?.country ?? null;
    return activities.map(({ commerce_id, operator_id, route_id, target_user_ids }) => ({
      commerce: known<CommerceFacts>(commerce_id),
      operator: known<OperatorFacts>(operator_id),
      route: known<RouteFacts>(route_id),
      people: target_user_ids?.flatMap((id) => people.get(id) ?? []) ?? [],
      addressees: target_user_ids?.flatMap((id) => known<PersonRow>(id) ?? []) ?? [],
      country: known<CommerceFacts>(commerce_id)?.country ?? country,
    }));
  }

  /** An activity as its claim would find it, without one; undefined where there is none. */
  async asClaimed(tenantId: string, id: string): Promise<ClaimedActivity | undefined> {
    const [activity] = await this.database.query<ClaimedActivity>(readAsClaimed, [tenantId, id]);
    return activity?.is_large ? { ...activity, ...(await this.carried(tenantId, id)) } : activity;
  }

  /** What a large activity carries, which its claim left out. */
  async carried(tenantId: string, id: string): Promise<Pick<ClaimedActivity, 'metadata' | 'attributes'>> {
    const [row] = await this.database.query<Pick<ClaimedActivity, 'metadata' | 'attributes'>>(loadCarried, [
      tenantId,
      id,
    ]);
    if (!row) throw new Error(`activity ${id} is gone`);
    return row;
  }
}

/** A phone that an action names may be one of its tenant's country. */
function namesPhone({ commerce_id, channel, is_large, attributes }: ClaimedActivity): boolean {
  if (commerce_id !== null || !fittingContacts[channel]?.includes('PHONE')) return false;
  return is_large || RECIPIENT_MEMBERS.some((member) => attributes?.[member] !== undefined);
}

/** As payload v1 has it. */
function factsOf(person: PersonRow): PersonFacts {
  const contacts = person.contacts.map(({ type, value, isPrimary }) => ({ type, value, isPrimary }));
  return { ...person, contacts };
}

function idsOf(
  activities: readonly ClaimedActivity[],
  pick: (activity: ClaimedActivity) => string | string[] | null,
): string[] {
  return [...new Set(activities.flatMap((activity) => pick(activity) ?? []))];
}
