import type { components } from '../../../../clients/typescript/src/schema.generated';
import type { ActivityDetail, Channel } from '../api';
import type { Choice } from '../ui/PickField';

type Schemas = components['schemas'];
type NewActivity = Schemas['CreateActivityRequest'];

/** An activity as the form holds it. */
export interface Draft {
  type: NewActivity['type'];
  channel: Channel | '';
  commerce: Choice | null;
  route: Choice | null;
  operator: Choice | null;
  reason: string;
  /** A row for each key that the tenant knows; what is empty is not given. */
  known: { key: string; value: string }[];
  /** Of further keys, a JSON object. */
  attributes: string;
  /** The keys that are to be found by their policy. */
  attributeKeys: string[];
  /** A JSON object. */
  metadata: string;
  score: string;
  when: 'now' | 'at';
  /** ISO. */
  scheduledAt: string;
  suggestedExecutionTime: string;
  userStatus: string;
  assignmentReason: string;
  /** A JSON list. */
  targetCriteria: string;
}

export function emptyDraft(keys: string[]): Draft {
  return {
    ...{ type: 'MESSAGE', channel: '', commerce: null, route: null, operator: null, reason: '' },
    known: keys.map((key) => ({ key, value: '' })),
    ...{ attributes: '', attributeKeys: [], metadata: '', score: '', when: 'now', scheduledAt: '' },
    ...{ suggestedExecutionTime: '', userStatus: '', assignmentReason: '', targetCriteria: '' },
  };
}

/** The same again, to be sent now. What a policy found is to be found anew. */
export function draftOf(activity: ActivityDetail, attributes: Schemas['AttributeResponse'][], keys: string[]): Draft {
  const { commerceAssignment, taskDetails, targetCriteria, metadata } = activity;
  const isGiven = ({ resolver }: Schemas['AttributeResponse']) => resolver === 'CALLER_PROVIDED';
  const given = new Map(attributes.filter(isGiven).map(({ key, value, fallback }) => [key, value ?? fallback]));
  const others = [...given].filter(([key]) => !keys.includes(key));
  return {
    type: activity.type,
    channel: activity.channel,
    commerce: commerceAssignment && choiceOf(commerceAssignment.commerce),
    route: taskDetails && choiceOf(taskDetails.route),
    operator: taskDetails && choiceOf(taskDetails.operator),
    reason: activity.reason,
    known: keys.map((key) => ({ key, value: given.has(key) ? textOf(given.get(key)) : '' })),
    attributes: jsonOf(Object.fromEntries(others)),
    attributeKeys: attributes.filter((attribute) => !isGiven(attribute)).map(({ key }) => key),
    metadata: jsonOf(metadata),
    score: activity.score === 0 ? '' : String(activity.score),
    ...{ when: 'now', scheduledAt: '' },
    suggestedExecutionTime: activity.suggestedExecutionTime ?? '',
    userStatus: activity.userStatus ?? '',
    assignmentReason: commerceAssignment?.assignmentReason ?? '',
    targetCriteria: targetCriteria === null ? '' : JSON.stringify(targetCriteria, null, 2),
  };
}

export function choiceOf({ id, name, externalId }: { id: string; name: string; externalId: string }): Choice {
  return { id, name, note: externalId };
}

/** The request that makes it, without its key; undefined while a text is not the JSON that it has to be. */
export function requestOf(draft: Draft): NewActivity | undefined {
  const { type, commerce, route, operator, metadata, targetCriteria } = draft;
  const attributes = givenAttributes(draft);
  if (!attributes || !isJsonObject(metadata) || !isJsonList(targetCriteria)) return undefined;
  const labels = parsed(metadata);
  const criteria = parsed(targetCriteria);
  return {
    type,
    // An empty one is for the api to refuse.
    channel: draft.channel as Channel,
    reason: draft.reason,
    ...(commerce && { commerceId: commerce.id }),
    ...(type === 'TASK' && route && { assignedRouteId: route.id }),
    ...(type === 'TASK' && operator && { assignedOperatorId: operator.id }),
    ...(draft.when === 'at' && draft.scheduledAt !== '' && { scheduledAt: draft.scheduledAt }),
    ...(draft.score.trim() !== '' && { score: Number(draft.score) }),
    ...(attributes.length > 0 && { attributes }),
    ...(draft.attributeKeys.length > 0 && { attributeKeys: draft.attributeKeys }),
    ...(isObject(labels) && { metadata: labels }),
    ...texts(draft),
    ...(criteria !== null && { targetCriteria: criteria as NonNullable<NewActivity['targetCriteria']> }),
  };
}

/** Where the form has what the api names. */
export function fieldOf(draft: Draft): (apiField: string) => string {
  const sent = draft.known.flatMap(({ value }, index) => (value.trim() === '' ? [] : [index]));
  return (apiField) => {
    const [name = ''] = apiField.split(/[.[]/);
    const place = Number(/^attributes\[(\d+)\]/.exec(apiField)?.[1] ?? NaN);
    if (name === 'attributes' && sent[place] !== undefined) return `known.${sent[place]}.value`;
    const renamed: Record<string, keyof Draft> = {
      ...{ commerceId: 'commerce', assignedRouteId: 'route', assignedOperatorId: 'operator' },
    };
    return renamed[name] ?? name;
  };
}

/** What is known of the payload beforehand, in place of a sample's. */
export function sampleOf(draft: Draft, request: NewActivity): Record<string, unknown> {
  const { commerce, route, operator } = draft;
  const { score, scheduledAt, metadata } = request;
  const attributes = Object.fromEntries((request.attributes ?? []).map(({ key, value }) => [key, value]));
  // A sample is a task, which has these, only on this channel.
  const isTask = request.type === 'TASK' && request.channel === 'SALESMAN';
  const named = ({ id, name, note }: Choice) => ({ id, name, externalId: note });
  return {
    ...(request.reason.trim() !== '' && { reason: request.reason }),
    ...(score !== undefined && { score }),
    ...(scheduledAt !== undefined && { scheduledAt }),
    ...texts({ ...draft, assignmentReason: '' }),
    ...(commerce && { commerce: { ...named(commerce), assignmentReason: draft.assignmentReason || null } }),
    ...(isTask && route && { route: named(route) }),
    ...(isTask && operator && { operator: named(operator) }),
    attributes,
    ...(metadata && { metadata }),
  };
}

/** Whether a text is a JSON object, a JSON list; empty ones pass. */
export const isJsonObject = (text: string): boolean => text.trim() === '' || isObject(parsed(text));
export const isJsonList = (text: string): boolean => text.trim() === '' || Array.isArray(parsed(text));

/** `15` is a number and `{"a":1}` an object; what is no JSON is the text itself. */
export function valueOf(text: string): unknown {
  const value = parsed(text.trim());
  return value === undefined ? text : value;
}

function textOf(value: unknown): string {
  return typeof value === 'string' && valueOf(value) === value ? value : JSON.stringify(value);
}

function jsonOf(value: Record<string, unknown>): string {
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2);
}

function givenAttributes({ known, attributes }: Draft): { key: string; value: never }[] | undefined {
  if (!isJsonObject(attributes)) return undefined;
  return [
    ...known.filter(({ value }) => value.trim() !== '').map(({ key, value }) => ({ key, value: valueOf(value) })),
    ...Object.entries((parsed(attributes) ?? {}) as Record<string, unknown>).map(([key, value]) => ({ key, value })),
  ] as { key: string; value: never }[];
}

const textNames = ['suggestedExecutionTime', 'userStatus', 'assignmentReason'] as const;

function texts(draft: Draft): Partial<Record<(typeof textNames)[number], string>> {
  return Object.fromEntries(textNames.filter((name) => draft[name].trim() !== '').map((name) => [name, draft[name]]));
}

/** Null for nothing, undefined for what is no JSON. */
function parsed(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
