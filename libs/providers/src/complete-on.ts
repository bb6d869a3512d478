import type { FieldDefinition } from './dispatcher';

/** How far a message must come: a setting of every provider that calls back. */
export const completeOnSetting: FieldDefinition = {
  key: 'completeOn',
  label: 'Complete on',
  type: 'enum',
  options: ['sent', 'delivered', 'read'],
  required: false,
  default: 'delivered',
  group: 'Callbacks',
  description: 'How far a message must come for its activity to be COMPLETED.',
};
