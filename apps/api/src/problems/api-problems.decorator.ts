import { STATUS_CODES } from 'node:http';
import { errorCatalog, type ErrorCode } from '@errand/errors';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ProblemResponse } from './problem.response';

type ProblemStatus = (typeof errorCatalog)[ErrorCode]['status'];

/** Documents the error responses of an endpoint: the given ones and 400, 401 and 403, which every endpoint has. */
export function ApiProblems(...statuses: ProblemStatus[]): MethodDecorator & ClassDecorator {
  const all = [...new Set<ProblemStatus>([400, 401, 403, ...statuses])].sort();
  return applyDecorators(
    ...all.map((status) => ApiResponse({ status, type: ProblemResponse, description: meaningOf(status) })),
  );
}

function meaningOf(status: ProblemStatus): string {
  const codes = (Object.keys(errorCatalog) as ErrorCode[]).filter((code) => errorCatalog[code].status === status);
  return `${STATUS_CODES[status]}: ${codes.map((code) => `\`${code}\``).join(', ')}`;
}
