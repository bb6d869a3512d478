/** What a rule file may say, for who writes one; what is right is for the server to tell. */
export const ruleFields = ['name', 'priority', 'enabled', 'timezone', 'description', 'condition', 'action'];

export const operators = [
  ...['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'contains', 'starts_with', 'ends_with'],
  ...['matches', 'regex', 'in', 'in_list', 'exists'],
];

export const groups = ['all', 'any', 'not'];

const actionFields = ['id', 'namespace', 'tenant', 'provider', 'action_type', 'payload', 'metadata'];
const timeFields = ['hour', 'minute', 'second', 'day', 'month', 'year', 'weekday', 'weekday_num', 'timestamp'];

export const fields = [...actionFields.map((name) => `action.${name}`), ...timeFields.map((name) => `time.${name}`)];

/** The parameters of each verdict, as files spell them. */
export const verdicts = {
  allow: [],
  suppress: [],
  deny: [],
  schedule: ['delay_seconds'],
  deduplicate: ['ttl_seconds'],
  throttle: ['max_count', 'window_seconds'],
  reroute: ['target_provider'],
  modify: ['changes'],
} satisfies Record<string, string[]>;
