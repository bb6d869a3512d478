import type { Recurring } from './queries';

/** What a recurring action is called: by its name, or by what it does. */
export function nameOf({ name, action_type }: Pick<Recurring, 'name' | 'action_type'>): string {
  return name ?? action_type;
}
