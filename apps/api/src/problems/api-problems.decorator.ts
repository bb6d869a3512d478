import { errorCatalog, type ErrorCode } from '@errand/errors';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type ProblemStatus, usualCodes } from './problem';
import { ProblemResponse } from './problem.response';

/** In the OpenAPI document: the codes that an error response can have, the most usual first. */
export const codesExtension = 'x-codes';

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
 * Documents the error responses of an endpoint: the given ones, by code or by a status with its usual code, and 400, 401,
 * 403 and 429, which every endpoint has.
 */
export function ApiProblems(...problems: (ProblemStatus | ErrorCode)[]): MethodDecorator & ClassDecorator {
  const given = problems.map((problem) => (typeof problem === 'number' ? usualCodes[problem] : problem));
  return ApiOpenProblems(usualCodes[400], usualCodes[401], usualCodes[403], usualCodes[429], ...given);
}

/** The same of an endpoint that needs no key: the given ones alone. */
export function ApiOpenProblems(...given: ErrorCode[]): MethodDecorator & ClassDecorator {
  const codes = [...new Set(given)];
  const statuses = [...new Set(codes.map((code) => errorCatalog[code].status))].sort();
  return applyDecorators(
    ...statuses.map((status) => {
      const ofStatus = codes.filter((code) => errorCatalog[code].status === status);
      return ApiResponse({ status, type: ProblemResponse, description: '', ...{ [codesExtension]: ofStatus } });
    }),
  );
}
