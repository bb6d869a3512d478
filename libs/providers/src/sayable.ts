import { failure } from './outcome';
import { OutcomeError } from './outcome-error';

/** What was rendered is no message that the provider takes. */
export function unsayable(setting: string, why: string): OutcomeError {
  return new OutcomeError(failure('TEMPLATE_FAILED', `settings.${setting} ${why}`));
}

/**
 * A text for a person: one that is not blank, and has no more characters than the provider takes.
 * @param setting that it was rendered from
 * @throws OutcomeError TEMPLATE_FAILED
 */
export function sayable(text: unknown, setting: string, longest: number): string {
  if (typeof text !== 'string' || text.trim() === '') throw unsayable(setting, 'says nothing for this activity');
  const length = [...text].length;
  if (length <= longest) return text;
  throw unsayable(setting, `comes to ${length} characters for this activity; the provider takes ${longest}`);
}
