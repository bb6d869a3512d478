import { Creation, type NewActivity } from '@errand/activities';
import { Clock } from '@errand/database';
import { Accounts } from '@errand/dispatch';
import { ErrandError } from '@errand/errors';
import { RuleBudget } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import type { Channel } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { Judge, type Judgement, type Judging, type Passed } from './judge.service';

/** The namespace by which rules can tell activities from actions. */
const namespace = 'activities';

type Attributes = NonNullable<NewActivity['attributes']>;

/** Lets a tenant’s rules judge activities that are about to be created through the REST API. */
@Injectable()
export class ActivityRules {
  constructor(
    private readonly judge: Judge,
    private readonly accounts: Accounts,
    private readonly creation: Creation,
    private readonly clock: Clock,
  ) {}

  /**
   * The same activities as the rules change them, or why one must not be made. What exists already by its idempotency
   * key is not judged again, nor is anything where the tenant has no rules, which costs no statement. All share what the
   * rules may cost in one request, and others have their turn between them.
   * @param refusalOf why the api would refuse such an activity; a rule that makes one of it fails
   */
  async judgeAll(
    tenant: Tenant,
    inputs: NewActivity[],
    refusalOf: (activity: NewActivity) => string | undefined,
  ): Promise<(NewActivity | ErrandError)[]> {
    if (!(await this.judge.hasRules(tenant.id))) return inputs;
    const used = await this.creation.usedKeys(
      tenant.id,
      inputs.map(({ idempotencyKey }) => idempotencyKey),
    );
    const budget = new RuleBudget(inputs.length);
    const judged: (NewActivity | ErrandError)[] = [];
    for (const input of inputs) {
      const refusalOfPayload = (payload: unknown) => refusalOf(withPayload(input, payload));
      const how = { budget, refusalOf: refusalOfPayload };
      judged.push(used.has(input.idempotencyKey) ? input : await this.judgeOne(tenant, input, how));
    }
    return judged;
  }

  private async judgeOne(tenant: Tenant, input: NewActivity, how: Judging): Promise<NewActivity | ErrandError> {
    const action = {
      id: input.idempotencyKey,
      namespace,
      tenant: tenant.code,
      provider: await this.providerOf(tenant.id, input.channel),
      actionType: input.reason,
      payload: Object.fromEntries((input.attributes ?? []).map(({ key, value }) => [key, value ?? null])),
      metadata: input.metadata ?? {},
    };
    const judgement = await this.judge.judge(tenant, action, how);
    return judgement.end === 'SEND' ? changed(input, judgement, this.clock) : refusal(judgement);
  }

  /** The name of the config it would go by at the moment; '' where it would not go at all. */
  private async providerOf(tenantId: string, channel: Channel): Promise<string> {
    const account = await this.accounts.of({ tenantId, channel, pinnedConfigId: null });
    return account.state === 'SENDABLE' || account.state === 'UNREADABLE' ? account.config.name : '';
  }
}

function changed(input: NewActivity, { verdict, delayMs, payload, reroutedTo }: Passed, clock: Clock): NewActivity {
  if (verdict.type === 'schedule') {
    const earliest = clock.after(delayMs);
    const { scheduledAt } = input;
    return { ...input, scheduledAt: scheduledAt && scheduledAt > earliest ? scheduledAt : earliest, content: input };
  }
  if (reroutedTo) return { ...input, channel: reroutedTo.channel, pinnedConfigId: reroutedTo.id, content: input };
  if (verdict.type !== 'modify') return input;
  return { ...withPayload(input, payload), content: input };
}

function withPayload(input: NewActivity, payload: unknown): NewActivity {
  return { ...input, attributes: patched(input.attributes ?? [], payload) };
}

/** The values of a patched payload; what else was said of an attribute stays. */
function patched(attributes: Attributes, payload: unknown): Attributes {
  const known = new Map(attributes.map((attribute) => [attribute.key, attribute]));
  return Object.entries(payload as Record<string, unknown>).map(([key, value]) => ({ ...known.get(key), key, value }));
}

function refusal(judgement: Exclude<Judgement, Passed>): ErrandError {
  const { rule } = judgement;
  switch (judgement.end) {
    case 'SUPPRESSED':
      return new ErrandError('SUPPRESSED_BY_RULE', `The rule ${rule} suppresses it`, { rule });
    case 'THROTTLED': {
      const retryAfterSeconds = Math.ceil(judgement.retryAfterMs / 1000);
      return new ErrandError('RATE_LIMITED', `The rule ${rule} lets no more through for now`, {
        rule,
        retryAfterSeconds,
      });
    }
    case 'NO_TARGET':
      return new ErrandError('NOT_FOUND', `The rule ${rule} reroutes to ${judgement.target}, which no config is`, {
        rule,
      });
  }
}
