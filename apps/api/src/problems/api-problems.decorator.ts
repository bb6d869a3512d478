import { errorCatalog, type ErrorCode } from '@errand/errors';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ProblemResponse } from './problem.response';

type ProblemStatus = (typeof errorCatalog)[ErrorCode]['status'];

/** In the OpenAPI document: the codes that an error response can have, the most usual first. */
export const codesExtension = 'x-codes';

/** Which codes an error has whose endpoint names a status alone. */
const usual: Record<ProblemStatus, ErrorCode> = {
  400: 'VALIDATION_FAILED',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'IDEMPOTENCY_KEY_REUSED',
  429: 'RATE_LIMITED',
  500: 'INTERNAL',
  503: 'NOT_READY',
};

/** Why an activity is not sent now. */
export const sendNowCodes = [
  'INVALID_TRANSITION',
  'IN_FLIGHT',
  'RESOLUTION_FAILED',
  'TENANT_PAUSED',
  'PROVIDER_PAUSED',
  'PROVIDER_DOWN',
  'PROVIDER_MISCONFIGURED',
] as const satisfies ErrorCode[];

/** Why a result is not taken. */
export const resultCodes = [
  'RESULT_ALREADY_FINAL',
  'NOT_DISPATCHED',
  'INVALID_TRANSITION',
  'AMBIGUOUS_PROVIDER_ID',
  'CONFLICT',
] as const satisfies ErrorCode[];

/**
 * Documents the error responses of an endpoint: the given ones, by code or by a status with its usual code, and 400, 401
 * and 403, which every endpoint has.
 */
export function ApiProblems(...problems: (ProblemStatus | ErrorCode)[]): MethodDecorator & ClassDecorator {
  const given = problems.map((problem) => (typeof problem === 'number' ? usual[problem] : problem));
  const codes = [...new Set<ErrorCode>([usual[400], usual[401], usual[403], ...given])];
  const statuses = [...new Set(codes.map((code) => errorCatalog[code].status))].sort();
  return applyDecorators(
    ...statuses.map((status) => {
      const ofStatus = codes.filter((code) => errorCatalog[code].status === status);
      return ApiResponse({ status, type: ProblemResponse, description: '', ...{ [codesExtension]: ofStatus } });
    }),
  );
}
