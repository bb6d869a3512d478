import { type NewResult, type ResultRow, Results } from '@errand/activities';
import { Clock } from '@errand/database';
import { ErrandError, errorCatalog, type FieldProblem } from '@errand/errors';
import { ResultTypesService } from '@errand/master-data';
import { Injectable } from '@nestjs/common';
import { BulkErrorResponse } from '../activities/bulk.response';
import { problemOf } from '../problems/problem';
import { readRequest } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';
import { type BulkResultItemResponse, bulkStatusOf } from './bulk-result.response';
import { futureField, resultProblems, SubmitResultRequest, toNewResult } from './result.request';
import { ResultResponse } from './result.response';
import { runInOrder } from '../batches/run-in-order';

/** How many activities' results of one request are applied at a time, each with a connection of its own. */
const width = 4;

/** Takes results from requests: checks what concerns several fields or the tenant's result types, and submits. */
@Injectable()
export class ResultIntake {
  constructor(
    private readonly results: Results,
    private readonly types: ResultTypesService,
    private readonly clock: Clock,
  ) {}

  /** @throws VALIDATION_FAILED, and what `Results.submit` throws */
  async one(tenantId: string, request: SubmitResultRequest, actor: string): Promise<ResultResponse> {
    const [result] = await this.checked(tenantId, [request]);
    if (!result) throw new Error('one request has one check');
    if (result instanceof ErrandError) throw result;
    return ResultResponse.of(await this.results.submit(tenantId, result, actor));
  }

  /** Each input is read, checked and applied apart from the others; those for one activity in their order. */
  async many(tenantId: string, inputs: unknown[], actor: string): Promise<BulkResultItemResponse[]> {
    const checked = await this.checked(tenantId, inputs.map(readResult));
    const ended = await runInOrder(checked, width, activityOf, (result) => this.submit(tenantId, result, actor));
    return ended.map((end, index) =>
      end instanceof ErrandError
        ? { index, status: 'invalid', result: null, error: BulkErrorResponse.of(end) }
        : { index, status: bulkStatusOf(end), result: ResultResponse.of(end), error: null },
    );
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

  private async submit(
    tenantId: string,
    result: NewResult | ErrandError,
    actor: string,
  ): Promise<ResultRow | ErrandError> {
    if (result instanceof ErrandError) return result;
    try {
      return await this.results.submit(tenantId, result, actor);
    } catch (error) {
      const { code, message, details } = problemOf(error);
      if (errorCatalog[code].status >= 500) throw error;
      return new ErrandError(code, message, details);
    }
  }
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
