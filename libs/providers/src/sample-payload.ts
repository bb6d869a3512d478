import { v7 } from 'uuid';
import type { ActivityType, Channel } from '@errand/vocabulary';
import { recipientOf } from '@errand/contacts';
import type { ActivityPayload, PayloadCommerce, PayloadOperator, PayloadRoute } from './payload';

/**
 * A complete payload that people recognise as a trial: `metadata.probe` is `'true'`, names say so, and the contacts are
 * ones reserved for examples, so no person is reached. It is what a test call of a dispatch config sends; `id` must then be fresh.
 */
export function samplePayload(
  channel: Channel,
  type: ActivityType,
  { id = v7(), now = new Date() }: { id?: string; now?: Date } = {},
): ActivityPayload {
  return {
    id,
    idempotencyKey: `errand-probe-${id}`,
    attempt: 1,
    type,
    channel,
    reason: 'errand_probe',
    score: 0,
    scheduledAt: now.toISOString(),
    suggestedExecutionTime: null,
    userStatus: null,
    commerce,
    recipient: recipientOf(channel, commerce.targetUsers),
    ...(type === 'TASK' && { operator, route }),
    attributes: { greeting: 'This is a test by Errand' },
    metadata: { probe: 'true' },
  };
}

const commerce: PayloadCommerce = {
  id: '01900000-0000-7000-8000-000000000001',
  externalId: 'errand-probe-store',
  name: 'Errand probe store',
  assignmentReason: null,
  targetUsers: [
    {
      id: '01900000-0000-7000-8000-000000000002',
      externalId: 'errand-probe-user',
      firstName: 'Errand',
      lastName: 'Probe',
      roles: ['OWNER'],
      contacts: [
        { type: 'EMAIL', value: 'probe@example.com', isPrimary: true },
        { type: 'PHONE', value: '+12025550100', isPrimary: true },
        { type: 'WHATSAPP', value: '+12025550100', isPrimary: true },
        { type: 'PUSH_TOKEN', value: 'errand-probe-token', isPrimary: true },
      ],
    },
  ],
};

const operator: PayloadOperator = {
  id: '01900000-0000-7000-8000-000000000003',
  externalId: 'errand-probe-operator',
  name: 'Errand probe operator',
  type: 'SALESMAN',
  email: 'operator@example.com',
  phone: '+12025550101',
};

const route: PayloadRoute = {
  id: '01900000-0000-7000-8000-000000000004',
  externalId: 'errand-probe-route',
  name: 'Errand probe route',
};

const example = { id: '01900000-0000-7000-8000-000000000000', now: new Date('2026-01-05T14:00:00.000Z') };

/** The two forms of payload v1, as the JSON Schema's examples show them. */
export const examplePayloads = {
  task: samplePayload('SALESMAN', 'TASK', example),
  message: samplePayload('WHATSAPP', 'MESSAGE', example),
};
