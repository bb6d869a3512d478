import { ActivityRules } from '@errand/actions';
import { ActivityReader, type ActivityView, Creation, type CreationResult, type NewActivity } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { ErrandError } from '@errand/errors';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { Tenant } from '@errand/tenants';
import type { Channel, Scope } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { targetCriteriaOf } from '../activity-config/target-criterion.request';
import { type Access, seesContacts } from '../access/access';
import { isBound, ScopeCheck } from '../access/scope-check';
import { itemProblem } from '../problems/item-problem';
import { readRequest } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';
import { ActivityResponse } from './activity.response';
import { BulkErrorResponse, type BulkResultResponse } from './bulk.response';
import { activityProblems, CreateActivityRequest, CreateTaskRequest } from './create-activity.request';
import { withHeaderKey } from './idempotency-key.decorator';
import { refusalOfActivity } from './judged-activity.request';

/** An activity that was created now, or before with the same key. */
export interface Intake {
  activity: ActivityResponse;
  isReplay: boolean;
}

/** Takes activities from requests: checks what concerns several fields, has them judged and created. */
@Injectable()
export class ActivityIntake {
  constructor(
    private readonly rules: ActivityRules,
    private readonly creation: Creation,
    private readonly reader: ActivityReader,
    private readonly scopes: ScopeCheck,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @param input a body as it came
   * @param key of the `Idempotency-Key` header
   * @throws VALIDATION_FAILED, FORBIDDEN (channel, dispatch config), NOT_FOUND (commerce, route, operator), IDEMPOTENCY_KEY_REUSED, SUPPRESSED_BY_RULE, RATE_LIMITED
   */
  async one(
    tenant: Tenant,
    requestClass: typeof CreateActivityRequest | typeof CreateTaskRequest,
    input: unknown,
    key: string | undefined,
    access: Access,
  ): Promise<Intake> {
    const { actor, scope } = access;
    const request = this.read(requestClass, input ?? {}, key);
    if (request instanceof ErrandError) throw request;
    const refusal = await this.scopes.refusalOfChannel(tenant.id, request.channel, scope);
    if (refusal) throw refusal;
    const [judged] = await this.judge(tenant, [toNewActivity(request)]);
    if (!judged) throw new Error('one activity has one judgement');
    if (judged instanceof ErrandError) throw judged;
    const result = await this.creation.createOne(tenant.id, judged, actor);
    if (result.status === 'invalid') throw result.error;
    const isReplay = result.status === 'duplicate';
    const view = isReplay ? await this.reader.get(tenant.id, result.id) : result.view();
    return { activity: ActivityResponse.of(view, seesContacts(access)), isReplay };
  }

  /** Each input is read, checked and created apart from the others. */
  async many(tenant: Tenant, inputs: unknown[], access: Access): Promise<BulkResultResponse[]> {
    const { actor, scope } = access;
    const isWhole = seesContacts(access);
    const read = inputs.map((input) => this.read(CreateActivityRequest, input));
    const requests = await this.within(tenant, read, scope);
    const valid = requests.filter((request): request is CreateActivityRequest => !(request instanceof ErrandError));
    const made = await this.create(tenant, valid.map(toNewActivity), actor);
    const ids = made.flatMap((end) => ('status' in end && end.status === 'duplicate' ? [end.id] : []));
    const views = new Map<string, ActivityView>();
    for (const view of await this.reader.getAll(tenant.id, [...new Set(ids)])) views.set(view.id, view);
    const ends = made.values();
    return requests.map((request, index) => {
      const end = request instanceof ErrandError ? request : ends.next().value;
      if (!end) throw new Error('every valid activity has an end');
      if (end instanceof Error || end.status === 'invalid') {
        const problem = itemProblem(end instanceof Error ? end : end.error, `activities[${index}]`, this.logger);
        return { index, status: 'invalid', activity: null, error: BulkErrorResponse.of(problem) };
      }
      const view = end.status === 'created' ? end.view() : views.get(end.id);
      return { index, status: end.status, activity: view ? ActivityResponse.of(view, isWhole) : null, error: null };
    });
  }

  /** Those that the key is not for become their refusals. */
  private async within(
    tenant: Tenant,
    requests: (CreateActivityRequest | ErrandError)[],
    scope: Scope,
  ): Promise<(CreateActivityRequest | ErrandError)[]> {
    if (!isBound(scope)) return requests;
    const refusals = new Map<Channel, ErrandError | undefined>();
    for (const request of requests) {
      if (request instanceof ErrandError || refusals.has(request.channel)) continue;
      refusals.set(request.channel, await this.scopes.refusalOfChannel(tenant.id, request.channel, scope));
    }
    return requests.map((request) =>
      request instanceof ErrandError ? request : (refusals.get(request.channel) ?? request),
    );
  }

  /** What the rules refuse is not created; the ends are in the order of the activities. */
  private async create(tenant: Tenant, activities: NewActivity[], actor: string): Promise<(CreationResult | Error)[]> {
    const judged = await this.judge(tenant, activities);
    const passed = judged.filter((activity): activity is NewActivity => !(activity instanceof ErrandError));
    const made = (await this.creation.create(tenant.id, passed, actor)).values();
    return judged.map((activity) => {
      const end = activity instanceof ErrandError ? activity : made.next().value;
      if (!end) throw new Error('every activity has an end');
      return end;
    });
  }

  private async judge(tenant: Tenant, activities: NewActivity[]): Promise<(NewActivity | ErrandError)[]> {
    const { maxActivityBytes } = this.settings;
    return this.rules.judgeAll(tenant, activities, (activity) => refusalOfActivity(activity, maxActivityBytes));
  }

  private read(
    requestClass: typeof CreateActivityRequest | typeof CreateTaskRequest,
    input: unknown,
    key?: string,
  ): CreateActivityRequest | ErrandError {
    const asActivity = (request: CreateActivityRequest | CreateTaskRequest): CreateActivityRequest =>
      withHeaderKey(
        requestClass === CreateTaskRequest ? { ...request, type: 'TASK' } : (request as CreateActivityRequest),
        key,
      );
    const acrossFields = (request: CreateActivityRequest | CreateTaskRequest) =>
      activityProblems(asActivity(request), this.settings.maxActivityBytes);
    const { value, problems } = readRequest<CreateActivityRequest | CreateTaskRequest>(
      requestClass,
      input,
      'body',
      acrossFields,
    );
    return value === undefined ? validationFailed(problems) : asActivity(value);
  }
}

function toNewActivity({ idempotencyKey = '', targetCriteria, ...request }: CreateActivityRequest): NewActivity {
  return { ...request, idempotencyKey, targetCriteria: targetCriteria ? targetCriteriaOf(targetCriteria) : null };
}
