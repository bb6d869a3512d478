import { SETTINGS, type Settings } from '@errand/config';
import { Database } from '@errand/database';
import { Inject, Injectable } from '@nestjs/common';
import { ClientHooks } from '../hooks/client-hooks.service';
import type { Question } from '../question';
import { InternalServices } from '../services/internal-services.service';
import { findAttributePolicies, type KnownPolicy } from '../sql/settings.sql';
import type { ResolutionSubject } from '../subject';
import { type Attribute, type AttributeInput, fulfilWithin, planAttribute, Room } from './attribute-plan';

/** Finds the attributes of many activities of one tenant: one statement, and one question to each who knows some. */
@Injectable()
export class Attributes {
  constructor(
    private readonly database: Database,
    private readonly services: InternalServices,
    private readonly hooks: ClientHooks,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @param isLate whether ON_DISPATCH means now
   * @returns the attributes of each activity, in order
   */
  async find(
    tenantId: string,
    activities: readonly (ResolutionSubject & { attributes: AttributeInput[]; carriedBytes: () => number })[],
    isLate: boolean,
    signal?: AbortSignal,
  ): Promise<Attribute[][]> {
    if (activities.every(({ attributes }) => attributes.length === 0)) return activities.map(() => []);
    const policies = await this.database.query<KnownPolicy>(findAttributePolicies, [tenantId]);
    const policyOf = new Map(policies.map((policy) => [policy.key, policy]));
    const plans = activities.map((subject) =>
      subject.attributes.map((input) => {
        const plan = planAttribute(input, policyOf.get(input.key), this.services.has(input.key), isLate);
        return { plan, question: { key: input.key, subject, policy: plan.policy } satisfies Question };
      }),
    );
    const asked = (who: 'INTERNAL_SERVICE' | 'CLIENT_HOOK') =>
      plans.flat().flatMap(({ plan, question }) => (plan.ask === who ? question : []));
    const known = await this.services.ask(tenantId, asked('INTERNAL_SERVICE'));
    const told = await this.hooks.ask(tenantId, asked('CLIENT_HOOK'), signal);
    return activities.map(({ carriedBytes }, index) => {
      const room = new Room(this.settings.maxActivityBytes, carriedBytes);
      return (plans[index] ?? []).map(({ plan, question }) =>
        fulfilWithin(room, plan, known.get(question) ?? told.get(question)),
      );
    });
  }
}
