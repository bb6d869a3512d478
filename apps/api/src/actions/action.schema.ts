import type { Type } from '@nestjs/common';
import { applyDecorators } from '@nestjs/common';
import { type ApiBodyOptions, ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { ActionRequest } from './action.request';
import {
  DeduplicatedResponse,
  DryRunResponse,
  ExecutedResponse,
  FailedResponse,
  RefusedResponse,
  ReroutedResponse,
  ScheduledResponse,
  SuppressedResponse,
  ThrottledResponse,
} from './outcome.response';

export const actionBody: ApiBodyOptions = { type: ActionRequest };

export const batchBody: ApiBodyOptions = { type: [ActionRequest], description: 'Or `{"actions": […]}`.' };

/** By the value of `outcome`, which tells them apart. */
const outcomes: Record<string, Type> = {
  executed: ExecutedResponse,
  scheduled: ScheduledResponse,
  rerouted: ReroutedResponse,
  suppressed: SuppressedResponse,
  deduplicated: DeduplicatedResponse,
  throttled: ThrottledResponse,
  failed: FailedResponse,
  dry_run: DryRunResponse,
};

const batchOutcomes: Record<string, Type> = { ...outcomes, error: RefusedResponse };

const tagNote =
  'What became of it; see docs/scheduled-actions.md. With `Accept: application/json; shape=tagged` the tag (`Executed`, ' +
  '`Failed` …) is the only key.';

/** Documents a 200 answer that is an outcome. */
export function ApiOutcome(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(...Object.values(outcomes)),
    ApiOkResponse({ schema: oneOf(outcomes), description: tagNote }),
  );
}

/** Documents a 200 answer that has an outcome, or an error, for each action in its order. */
export function ApiOutcomes(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(...Object.values(batchOutcomes)),
    ApiOkResponse({
      schema: { type: 'array', items: oneOf(batchOutcomes) },
      description: `One for each action in its order. ${tagNote}`,
    }),
  );
}

function oneOf(types: Record<string, Type>) {
  const entries = Object.entries(types).map(([outcome, type]): [string, string] => [outcome, getSchemaPath(type)]);
  return {
    oneOf: entries.map(([, $ref]) => ({ $ref })),
    discriminator: { propertyName: 'outcome', mapping: Object.fromEntries(entries) },
  };
}
