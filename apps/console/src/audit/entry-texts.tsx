import { useWords } from '../i18n';
import type { Entry } from './queries';
import { words } from './words';

/** `Account changed`; what has no words is told as the api tells it. */
export function useActionText(): (entry: Entry) => string {
  const t = useWords(words);
  return ({ action, subjectType }) => {
    const verb = action.split('.')[1] ?? '';
    const subject = (t.subjects as Partial<Record<string, string>>)[subjectType];
    const done = (t.verbs as Partial<Record<string, string>>)[verb];
    return subject === undefined || done === undefined ? action : `${subject}: ${done}`;
  };
}

export interface Difference {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

/** The fields that an entry tells of, with what they were and what they are. */
export function differencesOf({ before, after }: Pick<Entry, 'before' | 'after'>): Difference[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }));
}

/** `name: A → B · isActive: true → false`. */
export function changeText(entry: Entry): string {
  return differencesOf(entry)
    .map(({ field, before, after }) =>
      before !== undefined && after !== undefined
        ? `${field}: ${before} → ${after}`
        : `${field}: ${before ?? after ?? ''}`,
    )
    .join(' · ');
}

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
