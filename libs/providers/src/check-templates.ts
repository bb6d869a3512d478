import type { FieldProblem } from '@errand/errors';
import { compileTemplate, type Escaping, TemplateProblem, type Variable } from '@errand/templates';
import type { ChannelDefinition, FieldDefinition } from './dispatcher';
import { escapingOf, templateFields, type TemplateText, textsOf } from './render-settings';

type Settings = Readonly<Record<string, unknown>>;
type Found = TemplateText & { field: FieldDefinition; escaping: Escaping };

/** What does not compile, with line and column in the template, and what is required and blank. */
export function templateProblems(definition: ChannelDefinition, settings: Settings): FieldProblem[] {
  return templatesOf(definition, settings).flatMap(({ path, source, escaping, field }) => {
    if (field.required && source.trim() === '') return [{ field: path, message: 'must not be blank' }];
    const { problem } = compile(source, escaping);
    if (!problem) return [];
    const { line, column, message } = problem;
    return [{ field: path, message: `line ${line}, column ${column}: ${message}`, line, column }];
  });
}

/**
 * What compiles and will probably fail for some activities.
 * @param attributeKeys those that the tenant has registered; any may be used where there are none
 */
export function templateWarnings(
  definition: ChannelDefinition,
  settings: Settings,
  attributeKeys: readonly string[] = [],
): FieldProblem[] {
  return templatesOf(definition, settings).flatMap(({ path, source, escaping }) => {
    const { variables } = compile(source, escaping);
    const messages = variables.map((variable) => warningOf(variable, definition, attributeKeys));
    return messages.flatMap((message) => (message === null ? [] : [{ field: path, message }]));
  });
}

function templatesOf(definition: ChannelDefinition, settings: Settings): Found[] {
  return templateFields(definition).flatMap((field) =>
    textsOf(field, settings[field.key]).map((text) => ({ ...text, field, escaping: escapingOf(field, settings) })),
  );
}

function compile(
  source: string,
  escaping: Escaping,
): { variables: readonly Variable[]; problem: TemplateProblem | null } {
  try {
    return { variables: compileTemplate(source, escaping).variables, problem: null };
  } catch (error) {
    if (error instanceof TemplateProblem) return { variables: [], problem: error };
    throw error;
  }
}

/** What templates see, by {@link templateScope}: the members of each part, or null for what is a value or is free-form. */
export const knownVariables: Readonly<Record<string, readonly string[] | null>> = {
  ...{ id: null, type: null, channel: null, reason: null, scheduledAt: null },
  commerce: ['id', 'externalId', 'name', 'assignmentReason', 'targetUsers'],
  recipient: ['firstName', 'lastName', 'name', 'type', 'value'],
  operator: ['id', 'externalId', 'name', 'type', 'email', 'phone'],
  route: ['id', 'externalId', 'name'],
  attributes: null,
  metadata: null,
};

/** Those that are null for many an activity that is in order. */
const oftenNull = ['recipient.lastName', 'operator.email', 'operator.phone', 'commerce.assignmentReason'];

function warningOf(
  { path, isOptional }: Variable,
  { channel, addressesPerson }: ChannelDefinition,
  attributeKeys: readonly string[],
): string | null {
  const [root = '', member] = path;
  const name = path.join('.');
  if (!Object.hasOwn(knownVariables, root)) {
    return `there is no variable ${name} (there are ${Object.keys(knownVariables).join(', ')})`;
  }
  const members = knownVariables[root];
  if (members && member !== undefined && !members.includes(member))
    return `there is no variable ${name} (${root} has ${members.join(', ')})`;
  if (root === 'attributes' && member !== undefined && attributeKeys.length > 0 && !attributeKeys.includes(member))
    return `${name} is not one of the attribute keys (there are ${attributeKeys.slice(0, 20).join(', ')})`;
  if (isOptional) return null;
  const isOfTasks = root === 'operator' || root === 'route';
  if ((isOfTasks && channel !== 'SALESMAN') || (root === 'recipient' && !addressesPerson))
    return `${name} is missing on most activities of ${channel}, which then fail; give it a default`;
  return oftenNull.includes(name) ? `${name} can be null, and the activity then fails; give it a default` : null;
}
