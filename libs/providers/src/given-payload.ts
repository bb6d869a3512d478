import type { FieldProblem } from '@errand/errors';
import { type Channel, CONTACT_TYPES, type ContactType } from '@errand/vocabulary';
import type { ActivityPayload } from './payload';
import { samplePayload } from './sample-payload';

/** Null is right for these; where the sample has none, the text tells what else is. */
const nullable: Readonly<Record<string, unknown>> = {
  ...{ suggestedExecutionTime: '', userStatus: '', commerce: {}, operator: {}, route: {} },
  recipient: { firstName: '', lastName: '', name: '', type: '', value: '' },
  ...{ assignmentReason: '', externalId: '', firstName: '', lastName: '', name: '', email: '', phone: '' },
};
const freeForm = ['attributes', 'metadata'];

/**
 * A sample payload with what somebody gave of it in its place, however deep; `attributes` and `metadata` take anything.
 * @param path of what was given, for problems
 */
export function givenPayload(
  channel: Channel,
  given: Record<string, unknown>,
  path: string,
): { payload: ActivityPayload; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const sample = samplePayload(channel, channel === 'SALESMAN' ? 'TASK' : 'MESSAGE');
  const merged = mergeObject(sample as object as Record<string, unknown>, given, path, problems);
  const payload = { ...merged, channel, type: sample.type } as unknown as ActivityPayload;
  const { recipient, commerce } = payload;
  const contacts = commerce?.targetUsers.flatMap((user) => user.contacts) ?? [];
  const isContact = ({ type }: { type: ContactType }) => CONTACT_TYPES.includes(type);
  const message = `must be one of ${CONTACT_TYPES.join(', ')}`;
  if (recipient && !isContact(recipient)) problems.push({ field: `${path}.recipient.type`, message });
  if (!contacts.every(isContact))
    problems.push({ field: `${path}.commerce.targetUsers`, message: `contacts: type ${message}` });
  if (recipient && isObject(given.recipient) && !('name' in given.recipient)) {
    const names = [recipient.firstName, recipient.lastName].filter((name) => name !== null);
    payload.recipient = { ...recipient, name: names.join(' ') || null };
  }
  return { payload, problems };
}

type Json = Record<string, unknown>;

function mergeObject(sample: Json, given: Json, path: string, problems: FieldProblem[]): Json {
  const merged: Json = { ...sample };
  for (const [key, value] of Object.entries(given)) {
    const field = `${path}.${key}`;
    if (Object.hasOwn(sample, key)) merged[key] = mergeValue(key, sample[key], value, field, problems);
    else problems.push({ field, message: `is not a field here (known: ${Object.keys(sample).join(', ')})` });
  }
  return merged;
}

function mergeValue(key: string, sample: unknown, given: unknown, field: string, problems: FieldProblem[]): unknown {
  const isNullable = Object.hasOwn(nullable, key);
  if (given === null && isNullable) return null;
  const model = sample === null && isNullable ? nullable[key] : sample;
  const wrong = (message: string) => {
    problems.push({ field, message });
    return sample;
  };
  if (Array.isArray(model)) {
    if (!Array.isArray(given)) return wrong('must be a list');
    return given.map((item, index) => mergeValue('', model[0], item, `${field}[${index}]`, problems));
  }
  if (isObject(model)) {
    if (!isObject(given)) return wrong('must be an object');
    return freeForm.includes(key) ? { ...model, ...given } : mergeObject(model, given, field, problems);
  }
  if (typeof given !== typeof model) return wrong(`must be a ${typeof model}`);
  return given;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
