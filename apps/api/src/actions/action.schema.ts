import type { ApiBodyOptions, ApiResponseOptions } from '@nestjs/swagger';

/** The wire’s snake_case, written out: request classes are documented by their field names. */
const properties = {
  id: { type: 'string', example: 'a1b2c3', description: 'Yours. Asked again, it answers what became of the first.' },
  namespace: { type: 'string', example: 'notifications', description: '`default` unless told.' },
  tenant: { type: 'string', description: 'Code or id; yours, if given.' },
  provider: { type: 'string', example: 'email', description: 'The name of a dispatch config or a provider code.' },
  action_type: { type: 'string', example: 'send_reminder' },
  payload: {
    type: 'object',
    additionalProperties: true,
    example: { to: 'ana@store.example' },
    description: 'An object, or any other JSON. The provider gets an object’s members as `attributes`.',
  },
  metadata: { type: 'object', additionalProperties: true, description: 'Flat, or under `labels`.' },
  dedup_key: { type: 'string', description: 'In place of `id` as the key by which repetitions are known.' },
  created_at: { type: 'string', format: 'date-time', description: 'Not read.' },
  delay_seconds: { type: 'integer', description: 'Send it so much later; as far ahead as a rule may.' },
  scheduled_at: { type: 'string', format: 'date-time', description: 'Send it then.' },
  commerce_id: { type: 'string', format: 'uuid', description: 'The store it is about, if any.' },
  commerce_external_id: { type: 'string', description: 'In place of `commerce_id`.' },
} as const;

const action = { type: 'object' as const, required: ['provider', 'action_type'], properties: { ...properties } };

export const actionBody = { schema: action } satisfies ApiBodyOptions;

export const batchBody = {
  schema: { type: 'array' as const, items: action, maxItems: 1000 },
  description: 'Or `{"actions": […]}`.',
} satisfies ApiBodyOptions;

const outcome = {
  type: 'object' as const,
  additionalProperties: true,
  description:
    '`Executed`, `Failed`, `Scheduled`, `Suppressed`, `Deduplicated`, `Throttled`, `Rerouted` or `DryRun`; see docs/scheduled-actions.md.',
};

export const outcomeAnswer = { schema: outcome } satisfies ApiResponseOptions;

export const batchAnswer = {
  schema: { type: 'array' as const, items: outcome },
  description: 'One for each action in its order: an outcome, or `{"error": {code, message, retryable}}`.',
} satisfies ApiResponseOptions;
