import { readJson } from '@errand/json';
import { type Answer, answerOf, type Question, without } from '../question';

/** What a hook is asked: `POST {url} {items: […]}`, one item for each attribute of each activity. */
export function hookBody(questions: readonly Question[]): string {
  const items = questions.map(({ key, subject: { activityId, channel, type, reason, commerce } }) => ({
    ...{ activityId, key, channel, type, reason },
    commerce: commerce && { id: commerce.id, externalId: commerce.external_id, name: commerce.name },
  }));
  return JSON.stringify({ items });
}

/** Reads `{items: [{activityId, key, value}]}`; what was not asked for is passed over. */
export function readHookAnswer(questions: readonly Question[], status: number, body: string): Map<Question, Answer> {
  if (status < 200 || status > 299) return sameForAll(questions, `the hook answered with status ${status}`);
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

const placeOf = (activityId: string, key: string) => `${activityId.toLowerCase()}/${key}`;

function itemsIn(body: string): unknown[] | null {
  try {
    const answer = readJson(body) as { items?: unknown } | null;
    return Array.isArray(answer?.items) ? (answer.items as unknown[]) : null;
  } catch {
    return null;
  }
}
