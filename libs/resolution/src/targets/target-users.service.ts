import { Database, groupBy } from '@errand/database';
import { canBeReached } from '@errand/contacts';
import type { Channel } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import type { TargetCriterion } from '../settings/target-resolution-config.entity';
import { type CandidateUser, findCandidateUsers } from '../sql/candidate-users.sql';
import { type ActiveConfig, findActiveConfigs } from '../sql/settings.sql';
import type { CommerceReference } from '../subject';
import { chooseTargetUsers, configFor, foundLater, type TargetUser } from './choose-target-users';
import { type ContactSearch, LastContacts } from './last-contacts.service';

interface Addressing {
  channel: Channel;
  commerce: CommerceReference | null;
  /** The activity's own; they replace the configured ones. */
  targetCriteria: TargetCriterion[] | null;
}

interface Search extends Addressing {
  config: ActiveConfig;
  reachable: CandidateUser[];
}

/** Finds the target users of many activities of one tenant in at most three statements. */
@Injectable()
export class TargetUsers {
  constructor(
    private readonly database: Database,
    private readonly lastContacts: LastContacts,
  ) {}

  /**
   * @param isLate whether ON_DISPATCH means now
   * @returns the target users of each activity, in order; none where there is no store
   */
  async find(tenantId: string, activities: readonly Addressing[], isLate: boolean): Promise<TargetUser[][]> {
    if (activities.every(({ commerce }) => commerce === null)) return activities.map(() => []);
    const configs = await this.database.query<ActiveConfig>(findActiveConfigs, [tenantId]);
    const isLater = ({ channel }: Addressing) => !isLate && configFor(channel, configs).strategy === 'ON_DISPATCH';
    const usersOf = await this.candidates(
      tenantId,
      activities.filter((activity) => !isLater(activity)),
    );
    const searches = activities.map((activity): Search => {
      const users = usersOf.get(activity.commerce?.id ?? '') ?? [];
      const reachable = users.filter((user) => canBeReached(user.contact_types, activity.channel));
      return { ...activity, config: configFor(activity.channel, configs), reachable };
    });
    const lastContact = await this.lastContacts.find(
      tenantId,
      searches.flatMap((search) => (isLater(search) ? [] : contactSearches(search))),
    );
    return searches.map((search) => {
      const { commerce, channel, config, reachable, targetCriteria } = search;
      if (!commerce) return [];
      if (isLater(search)) return [foundLater()];
      return chooseTargetUsers(channel, reachable, config, targetCriteria, (criterion) =>
        lastContact(contactSearch(search, commerce.id, criterion)),
      );
    });
  }

  private async candidates(tenantId: string, activities: Addressing[]): Promise<Map<string, CandidateUser[]>> {
    const commerceIds = new Set(activities.flatMap(({ commerce }) => commerce?.id ?? []));
    if (commerceIds.size === 0) return new Map();
    const users = await this.database.query<CandidateUser>(findCandidateUsers, [tenantId, [...commerceIds]]);
    return groupBy(users, ({ commerce_id }) => commerce_id);
  }
}

function contactSearches(search: Search): ContactSearch[] {
  const { commerce, targetCriteria, config } = search;
  if (!commerce) return [];
  const criteria = (targetCriteria ?? config.criteria).filter(({ type }) => type !== 'ROLE_MATCH');
  return criteria.map((criterion) => contactSearch(search, commerce.id, criterion));
}

function contactSearch({ channel, reachable }: Search, commerceId: string, criterion: TargetCriterion): ContactSearch {
  return { commerceId, channel, users: reachable.map(({ id }) => id), criterion };
}
