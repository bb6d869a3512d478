import { type ActionOutcome, Actions, patienceMs, ScheduledSending } from '@errand/actions';
import { SETTINGS, type Settings } from '@errand/config';
import { inParallel } from '@errand/database';
import { invalidField } from '@errand/errors';
import { isRetryable } from '@errand/http';
import { longIntegerIn } from '@errand/json';
import { RuleBudget } from '@errand/rules';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Access } from '../access/access';
import { CurrentAccess, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ScopeCheck } from '../access/scope-check';
import { Unaudited } from '../audit/acting-caller';
import { ApiProblems } from '../problems/api-problems.decorator';
import { itemProblem } from '../problems/item-problem';
import { tooLong } from '../validation/content-problem';
import { DispatchQueryRequest } from './action.request';
import { actionBody, ApiOutcome, ApiOutcomes, batchBody } from './action.schema';
import { refusalOfPayload } from './judged-action.request';
import { taggedOnly, writeOutcome } from './outcome.response';
import { readAction } from './read-action';
import { TaggedOnly } from './tagged-only.decorator';

const batchLimit = 1000;
const batchWidth = 100;

/** The action gateway. Its wire is not the REST API’s: snake_case, tagged outcomes, 200 whatever the outcome. */
@ApiTags('actions')
@RequirePermission('CREATE_ACTIVITY')
@Unaudited()
@Controller('v1/dispatch')
export class ActionsController {
  constructor(
    private readonly actions: Actions,
    private readonly sending: ScheduledSending,
    private readonly scopes: ScopeCheck,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Judge an action by the rules and do it: now, later, or not at all' })
  @ApiBody(actionBody)
  @ApiOutcome()
  @ApiProblems(404, 413, 415, 422)
  async dispatch(
    @Body() body: unknown,
    @Query() { dry_run }: DispatchQueryRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @TaggedOnly() isTaggedOnly: boolean,
  ): Promise<object> {
    const how = { isDryRun: dry_run ?? false, until: performance.now() + patienceMs, budget: new RuleBudget() };
    const outcome = await this.outcome(body, tenant, access, how);
    return this.written(outcome, isTaggedOnly);
  }

  @Post('batch')
  @HttpCode(200)
  @ApiOperation({ summary: 'Judge and do up to 1,000 actions, each apart' })
  @ApiBody(batchBody)
  @ApiOutcomes()
  @ApiProblems(413, 415)
  async dispatchMany(
    @Body() body: unknown,
    @Query() { dry_run }: DispatchQueryRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @TaggedOnly() isTaggedOnly: boolean,
  ): Promise<object[]> {
    const items = batchOf(body);
    const until = performance.now() + patienceMs;
    const how = { isDryRun: dry_run ?? false, until, budget: new RuleBudget(items.length) };
    return inParallel(batchWidth, items, async (item) => {
      try {
        return this.written(await this.outcome(item, tenant, access, how), isTaggedOnly);
      } catch (error) {
        const refused = { error: this.itemError(error), outcome: 'error' as const };
        return isTaggedOnly ? taggedOnly(refused) : refused;
      }
    });
  }

  private async outcome(
    body: unknown,
    tenant: Tenant,
    { actor, scope }: Access,
    { isDryRun, until, budget }: { isDryRun: boolean; until: number; budget: RuleBudget },
  ): Promise<ActionOutcome> {
    const action = readAction(body, tenant, this.settings);
    await this.scopes.expectTarget(tenant.id, action.provider, scope);
    const { maxActivityBytes } = this.settings;
    const refusalOf = (payload: unknown) => refusalOfPayload(payload, action.metadata, maxActivityBytes);
    if (isDryRun) return this.actions.dryRun(tenant, action, { budget, refusalOf });
    return this.actions.dispatch(tenant, action, actor, until, { budget, refusalOf });
  }

  private written(outcome: ActionOutcome, isTaggedOnly: boolean): object {
    const written = writeOutcome(outcome, { isSending: this.sending.isOn });
    return isTaggedOnly ? taggedOnly(written) : written;
  }

  private itemError(error: unknown): { code: string; message: string; retryable: boolean } {
    const { code, message } = itemProblem(error, 'action', this.logger);
    return { code, message, retryable: isRetryable(code) };
  }
}

/** @throws VALIDATION_FAILED */
function batchOf(body: unknown): unknown[] {
  const isObject = typeof body === 'object' && body !== null; // a text of megabytes has a member for each letter
  const { actions, ...others }: { actions?: unknown } = Array.isArray(body) ? { actions: body } : isObject ? body : {};
  if (!Array.isArray(actions)) throw invalidField('body', 'must be an array of actions, or an object with `actions`');
  if (actions.length > batchLimit) throw invalidField('actions', `must be at most ${batchLimit}`);
  const long = longIntegerIn(others);
  if (long !== undefined) throw invalidField(long, tooLong);
  return actions as unknown[];
}
