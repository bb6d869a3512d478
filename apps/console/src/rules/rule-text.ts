import { stringify } from 'yaml';
import type { Rule } from './queries';

type Definition = Pick<Rule, 'name' | 'priority' | 'enabled' | 'timezone' | 'description' | 'condition' | 'action'>;

/** A rule as a file has it: what is as it is without being said is left out. */
export function ruleText({ name, priority, enabled, timezone, description, condition, action }: Definition): string {
  const entry = {
    name,
    priority,
    ...(enabled ? {} : { enabled }),
    ...(timezone === null ? {} : { timezone }),
    ...(description === null ? {} : { description }),
    condition,
    ...(action === null ? {} : { action: inSnakeCase(action) }),
  };
  return stringify(entry, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
}

function inSnakeCase(verdict: Record<string, unknown>): Record<string, unknown> {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(verdict).map(([name, value]) => [snake(name), value]));
}

/** As it was saved; a version that says nothing of a field has it as it is without. */
export function definitionOf(version: Record<string, unknown>): Definition {
  const usual = { priority: 0, enabled: true, timezone: null, description: null, action: null };
  return { ...usual, ...version } as Definition;
}
