import type { FieldProblem } from '@errand/errors';
import { normalUrl } from '@errand/outbound';
import { CHANNELS } from '@errand/vocabulary';
import { templateProblems } from './check-templates';
import type { AccountFields, ActivityDispatcher, ChannelDefinition } from './dispatcher';
import { readFields, tableProblems } from './field-table';

/** What is wrong with what a dispatcher declares, as sentences. A registry refuses to start with any. */
export function declarationProblems({ channelDefinitions }: ActivityDispatcher): string[] {
  if (!Array.isArray(channelDefinitions) || channelDefinitions.length === 0) return ['it offers no channel'];
  const seen = new Set<string>();
  return (channelDefinitions as readonly ChannelDefinition[]).flatMap(({ channel, credentials, settings }) => {
    const problems = [...tableProblems('credentials', credentials), ...tableProblems('settings', settings)];
    if (!CHANNELS.includes(channel)) problems.push(`there is no such channel (there are ${CHANNELS.join(', ')})`);
    if (seen.has(channel)) problems.push('declared twice');
    seen.add(channel);
    return problems.map((problem) => `${channel}: ${problem}`);
  });
}

/** An account as somebody typed it. */
export interface GivenAccount {
  baseUrl?: unknown;
  credentials?: unknown;
  settings?: unknown;
}

/** Every problem of an account at once; the dispatcher's own checks run when the field table finds none. */
export function readAccount(
  dispatcher: ActivityDispatcher,
  definition: ChannelDefinition,
  given: GivenAccount,
): { fields: AccountFields; problems: FieldProblem[] } {
  const credentials = readFields('credentials', definition.credentials, given.credentials);
  const settings = readFields('settings', definition.settings, given.settings);
  const baseUrl = given.baseUrl ?? null;
  const fields = { baseUrl: baseUrl as string | null, credentials: credentials.values, settings: settings.values };
  const problems = [...baseUrlProblems(definition, baseUrl), ...credentials.problems, ...settings.problems];
  if (settings.problems.length === 0) problems.push(...templateProblems(definition, settings.values));
  if (problems.length === 0) problems.push(...(dispatcher.validate?.(fields, definition.channel) ?? []));
  return { fields, problems };
}

function baseUrlProblems(definition: ChannelDefinition, given: unknown): FieldProblem[] {
  const message = baseUrlProblem(definition, given);
  return message === null ? [] : [{ field: 'baseUrl', message }];
}

function baseUrlProblem({ baseUrl: need, baseUrlSchemes }: ChannelDefinition, given: unknown): string | null {
  if (given === null) return need === 'required' ? 'is required' : null;
  if (need === 'none') return 'is not taken by this provider';
  return normalUrl(typeof given === 'string' ? given : '', baseUrlSchemes).problem ?? null;
}
