// What the bench sends: one reminder to the owner of a store.
import { randomUUID } from 'node:crypto';

export const commerce = {
  externalId: 'STORE-1',
  name: 'Corner Store',
  users: [
    {
      externalId: 'USER-1',
      firstName: 'Olivia',
      lastName: 'Owner',
      roles: ['OWNER'],
      contacts: [
        { type: 'WHATSAPP', value: '+15550100001', isPrimary: true },
        { type: 'EMAIL', value: 'olivia@store-1.example' },
      ],
    },
  ],
};

const content = {
  type: 'MESSAGE',
  channel: 'WHATSAPP',
  reason: 'send_reminder',
  metadata: { campaign: 'spring', orderNumber: '4711-2026', language: 'en' },
};

/**
 * The body that creates an activity.
 * @param {Record<string, unknown>} [fields]
 */
export function newActivity(fields = {}) {
  return {
    ...content,
    commerceExternalId: commerce.externalId,
    idempotencyKey: randomUUID(),
    scheduledAt: '2026-01-01T00:00:00.000Z',
    assignmentReason: 'store owner',
    attributes: [{ key: 'discount', value: '15%' }],
    ...fields,
  };
}

/** The payload that Errand makes of such an activity, field by field: what the others send for comparison. */
export function samplePayload() {
  return {
    id: randomUUID(),
    idempotencyKey: randomUUID(),
    attempt: 1,
    ...content,
    score: 0,
    scheduledAt: '2026-01-01T00:00:00.000Z',
    suggestedExecutionTime: null,
    userStatus: null,
    commerce: {
      id: randomUUID(),
      externalId: commerce.externalId,
      name: commerce.name,
      assignmentReason: 'store owner',
      targetUsers: commerce.users.map(({ contacts, ...user }) => ({
        id: randomUUID(),
        ...user,
        contacts: contacts.map((contact) => ({ isPrimary: false, ...contact })),
      })),
    },
    attributes: { discount: '15%' },
  };
}

/** @param {number} count */
export const samplePayloads = (count) => Array.from({ length: count }, samplePayload);

/**
 * The call that all of them make.
 * @param {string} sinkUrl
 */
export const callUrl = (sinkUrl) => `${sinkUrl}/activities`;

/** @param {string} key */
export const callHeaders = (key) => ({
  'content-type': 'application/json',
  'idempotency-key': key,
  'x-api-key': 'bench-key',
});
