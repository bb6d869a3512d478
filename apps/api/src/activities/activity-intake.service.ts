import { ActivityRules } from '@errand/actions';
import { ActivityReader, type ActivityView, Creation, type CreationResult, type NewActivity } from '@errand/activities';
import { ErrandError } from '@errand/errors';
import type { Tenant } from '@errand/tenants';
import { Injectable } from '@nestjs/common';
import { targetCriteriaOf } from '../activity-config/target-criterion.request';
import { readRequest } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';
import { ActivityResponse } from './activity.response';
import { BulkErrorResponse, type BulkResultResponse } from './bulk.response';
import { activityProblems, CreateActivityRequest } from './create-activity.request';

/** Takes activities from requests: checks what concerns several fields, has them judged and created. */
@Injectable()
export class ActivityIntake {
  constructor(
    private readonly rules: ActivityRules,
    private readonly creation: Creation,
    private readonly reader: ActivityReader,
  ) {}

  /** @throws VALIDATION_FAILED, NOT_FOUND (commerce, route, operator), IDEMPOTENCY_KEY_REUSED, SUPPRESSED_BY_RULE, RATE_LIMITED */
  async one(
    tenant: Tenant,
    request: CreateActivityRequest,
    actor: string,
  ): Promise<{ activity: ActivityResponse; isReplay: boolean }> {
    const problems = activityProblems(request);
    if (problems.length > 0) throw validationFailed(problems);
    const [judged] = await this.rules.judgeAll(tenant, [toNewActivity(request)]);
    if (!judged) throw new Error('one activity has one judgement');
    if (judged instanceof ErrandError) throw judged;
    const result = await this.creation.createOne(tenant.id, judged, actor);
    if (result.status === 'invalid') throw result.error;
    const isReplay = result.status === 'duplicate';
    const view = isReplay ? await this.reader.get(tenant.id, result.id) : result.view();
    return { activity: ActivityResponse.of(view), isReplay };
  }

  /** Each input is read, checked and created apart from the others. */
  async many(tenant: Tenant, inputs: unknown[], actor: string): Promise<BulkResultResponse[]> {
    const requests = inputs.map(readActivity);
    const valid = requests.filter((request): request is CreateActivityRequest => !(request instanceof ErrandError));
    const made = await this.create(tenant, valid.map(toNewActivity), actor);
    const ids = made.flatMap((result) => (result.status === 'duplicate' ? [result.id] : []));
    const views = new Map<string, ActivityView>();
    for (const view of await this.reader.getAll(tenant.id, [...new Set(ids)])) views.set(view.id, view);
    let next = 0;
    return requests.map((request, index) => {
      const result = request instanceof ErrandError ? undefined : made[next++];
      const error = request instanceof ErrandError ? request : result?.status === 'invalid' ? result.error : undefined;
      if (error) return { index, status: 'invalid', activity: null, error: BulkErrorResponse.of(error) };
      if (!result || result.status === 'invalid') throw new Error('every valid activity has a result');
      const view = result.status === 'created' ? result.view() : views.get(result.id);
      return { index, status: result.status, activity: view ? ActivityResponse.of(view) : null, error: null };
    });
  }

  /** What the rules refuse is not created; the results are in the order of the activities. */
  private async create(tenant: Tenant, activities: NewActivity[], actor: string): Promise<CreationResult[]> {
    const judged = await this.rules.judgeAll(tenant, activities);
    const passed = judged.filter((activity): activity is NewActivity => !(activity instanceof ErrandError));
    const made = (await this.creation.create(tenant.id, passed, actor)).values();
    return judged.map((activity) => {
      if (activity instanceof ErrandError) return { status: 'invalid', error: activity };
      const { value } = made.next();
      if (!value) throw new Error('every activity has a result');
      return value;
    });
  }
}

function readActivity(input: unknown): CreateActivityRequest | ErrandError {
  const { value, problems } = readRequest(CreateActivityRequest, input, 'body');
  if (value === undefined) return validationFailed(problems);
  const crossProblems = activityProblems(value);
  return crossProblems.length > 0 ? validationFailed(crossProblems) : value;
}

function toNewActivity({ idempotencyKey = '', targetCriteria, ...request }: CreateActivityRequest): NewActivity {
  return { ...request, idempotencyKey, targetCriteria: targetCriteria ? targetCriteriaOf(targetCriteria) : null };
}
