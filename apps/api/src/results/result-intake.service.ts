import { type NewResult, type ResultRow, Results } from '@errand/activities';
import { Clock, isUnreachable } from '@errand/database';
import { ErrandError, type FieldProblem } from '@errand/errors';
import { ResultTypesService } from '@errand/master-data';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { Scope } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import type { Access } from '../access/access';
import { isBound } from '../access/scope-check';
import { BulkErrorResponse } from '../activities/bulk.response';
import { itemProblem } from '../problems/item-problem';
import { readRequest } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';
import { type BulkResultItemResponse, bulkStatusOf } from './bulk-result.response';
import { futureField, resultProblems, SubmitResultRequest, toNewResult } from './result.request';
import { ResultResponse } from './result.response';
import { runInOrder } from '../batches/run-in-order';

/** How many activities' results of one request are applied at a time, each with a connection of its own. */
const width = 4;

/** Who reports, and to what they are bound. */
type Reporting = Pick<Access, 'actor' | 'scope'>;

/** Takes results from requests: checks what concerns several fields or the tenant's result types, and submits. */
@Injectable()
export class ResultIntake {
  constructor(
    private readonly results: Results,
    private readonly types: ResultTypesService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws VALIDATION_FAILED, and what `Results.submit` throws */
  async one(tenantId: string, request: SubmitResultRequest, { actor, scope }: Reporting): Promise<ResultResponse> {
    const [result] = await this.checked(tenantId, [request]);
    if (!result) throw new Error('one request has one check');
    if (result instanceof ErrandError) throw result;
    return ResultResponse.of(await this.results.submit(tenantId, result, actor, scopeOf(scope)));
  }

  /**
   * Each input is read, checked and applied apart from the others; those for one activity in their order. Once the
   * database cannot be reached, what is left is not tried, but what was stored is told all the same: it would be refused
   * as a repetition.
   * @throws what the database failed with when nothing was stored
   */
  async many(tenantId: string, inputs: unknown[], { actor, scope }: Reporting): Promise<BulkResultItemResponse[]> {
    const checked = await this.checked(tenantId, inputs.map(readResult));
    let away: Error | undefined;
    const ends = await runInOrder(checked, width, activityOf, async (result): Promise<ResultRow | Error> => {
      if (result instanceof ErrandError) return result;
      if (away) return away;
      try {
        return await this.results.submit(tenantId, result, actor, scopeOf(scope));
      } catch (error) {
        if (isUnreachable(error)) away = error as Error;
        return error as Error;
      }
    });
    if (away && ends.every((end) => end instanceof Error)) throw away;
    return ends.map((end, index) => {
      if (!(end instanceof Error)) {
        return { index, status: bulkStatusOf(end), result: ResultResponse.of(end), error: null };
      }
      const problem = itemProblem(end, `results[${index}]`, this.logger);
      return { index, status: 'invalid', result: null, error: BulkErrorResponse.of(problem) };
    });
  }

  /** Makes each request a result, or what is wrong with it. */
  private async checked(
    tenantId: string,
    requests: (SubmitResultRequest | ErrandError)[],
  ): Promise<(NewResult | ErrandError)[]> {
    const now = this.clock.now();
    const results = requests.map((request) => {
      if (request instanceof ErrandError) return { request, result: request };
      return { request, result: refusalOf(resultProblems(request)) ?? toNewResult(request, now) };
    });
    const codes = new Set<string>();
    for (const { result } of results) {
      if (!(result instanceof ErrandError) && result.result !== null && !result.futureScheduledAt)
        codes.add(result.result);
    }
    const requiring = await this.types.requiringFuture(tenantId, [...codes]);
    return results.map(({ request, result }) => {
      if (request instanceof ErrandError || result instanceof ErrandError) return result;
      if (result.futureScheduledAt || !requiring.has(result.result ?? '')) return result;
      const message = `is required for a result of type ${result.result}`;
      return validationFailed([{ field: futureField(request), message }]);
    });
  }
}

/** None costs no look at each activity. */
function scopeOf(scope: Scope): Scope | undefined {
  return isBound(scope) ? scope : undefined;
}

function readResult(input: unknown): SubmitResultRequest | ErrandError {
  const { value, problems } = readRequest(SubmitResultRequest, input, 'body');
  return value ?? validationFailed(problems);
}

function refusalOf(problems: FieldProblem[]): ErrandError | undefined {
  return problems.length > 0 ? validationFailed(problems) : undefined;
}

/** Results with the same text must not overtake each other. */
function activityOf(result: NewResult | ErrandError): string {
  if (result instanceof ErrandError) return '';
  return result.activityId ?? result.providerActivityId ?? '';
}
