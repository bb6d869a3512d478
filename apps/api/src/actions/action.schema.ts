import type { ApiBodyOptions, ApiResponseOptions } from '@nestjs/swagger';
import { ActionRequest } from './action.request';

export const actionBody: ApiBodyOptions = { type: ActionRequest };

export const batchBody: ApiBodyOptions = { type: [ActionRequest], description: 'Or `{"actions": […]}`.' };

const outcome = {
  type: 'object' as const,
  additionalProperties: true,
  description:
    '`Executed`, `Failed`, `Scheduled`, `Suppressed`, `Deduplicated`, `Throttled`, `Rerouted` or `DryRun`; ' +
    'see docs/scheduled-actions.md. With `Accept: application/json; shape=tagged` that key is the only one.',
};

export const outcomeAnswer = { schema: outcome } satisfies ApiResponseOptions;

export const batchAnswer = {
  schema: { type: 'array' as const, items: outcome },
  description: 'One for each action in its order: an outcome, or `{"error": {code, message, retryable}}`.',
} satisfies ApiResponseOptions;
