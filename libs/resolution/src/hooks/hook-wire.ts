import { isTextTooDeep, readJson } from '@errand/json';
import type { OutboundError } from '@errand/outbound';
import { type Answer, answerOf, type Question, without } from '../question';

/** What a hook is asked: `POST {url} {items: […]}`, one item for each attribute of each activity. */
export function hookBody(questions: readonly Question[]): string {
  const items = questions.map(({ key, subject: { activityId, channel, type, reason, commerce } }) => ({
    ...{ activityId, key, channel, type, reason },
    commerce: commerce && { id: commerce.id, externalId: commerce.external_id, name: commerce.name },
  }));
  return JSON.stringify({ items });
}

/** Why a call gave no value. A 2xx is not enough here: the values are in the body, so it has to come whole. */
export function hookFailure({ status, message }: OutboundError): string {
  if (status === undefined) return `the hook gave no answer: ${message}`;
  if (!isSuccess(status)) return `the hook answered with status ${status}`;
  return `the hook answered with status ${status}, but its body did not come whole: ${message}`;
}

/** Reads `{items: [{activityId, key, value}]}`; what was not asked for is passed over. */
export function readHookAnswer(questions: readonly Question[], status: number, body: string): Map<Question, Answer> {
  if (!isSuccess(status)) return sameForAll(questions, `the hook answered with status ${status}`);
  const items = itemsIn(body);
  if (!items) {
    return sameForAll(questions, 'the hook’s answer is not JSON of the form {items: [{activityId, key, value}]}');
  }
  const values = new Map<string, unknown>();
  for (const item of items) {
    if (typeof item !== 'object' || item === null) continue;
    const { activityId, key, value } = item as Record<string, unknown>;
    if (typeof activityId === 'string' && typeof key === 'string') values.set(placeOf(activityId, key), value ?? null);
  }
  return new Map(
    questions.map((question) => {
      const value = values.get(placeOf(question.subject.activityId, question.key));
      return [question, value === undefined ? without('the hook’s answer leaves it out') : answerOf(value, 'the hook')];
    }),
  );
}

export function sameForAll(questions: readonly Question[], problem: string): Map<Question, Answer> {
  return new Map(questions.map((question) => [question, without(problem)]));
}

const isSuccess = (status: number) => status >= 200 && status <= 299;
const placeOf = (activityId: string, key: string) => `${activityId.toLowerCase()}/${key}`;

function itemsIn(body: string): unknown[] | null {
  if (isTextTooDeep(body)) return null;
  try {
    const answer = readJson(body) as { items?: unknown } | null;
    return Array.isArray(answer?.items) ? (answer.items as unknown[]) : null;
  } catch {
    return null;
  }
}
