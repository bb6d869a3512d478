import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIVITY_TYPES, CHANNELS, COMMERCE_USER_ROLES, CONTACT_TYPES, OPERATOR_TYPES } from '@errand/vocabulary';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { examplePayloads, samplePayload } from './sample-payload';

interface Schema {
  properties: Record<string, Schema>;
  required: string[];
  items: Schema;
  enum: unknown[];
  $defs: Record<string, Schema>;
  examples: unknown[];
}

const schema = JSON.parse(readFileSync(join(__dirname, '../../../docs/payload-v1.schema.json'), 'utf8')) as Schema;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
addFormats(ajv);
const isValid = ajv.compile(schema);

describe('the JSON Schema of payload v1', () => {
  it('accepts a sample of every channel and type', () => {
    for (const channel of CHANNELS) {
      for (const type of ACTIVITY_TYPES) {
        expect([isValid(samplePayload(channel, type)), isValid.errors]).toEqual([true, null]);
      }
    }
  });

  it('shows the two examples that the code has', () => {
    expect(schema.examples).toEqual([examplePayloads.task, examplePayloads.message]);
  });

  it('knows exactly the fields that the code has', () => {
    const { task } = examplePayloads;
    const user = task.commerce?.targetUsers[0];
    const { commerce, recipient, targetUser, contact, operator, route } = schema.$defs;
    const pairs = [
      [schema, task],
      [commerce, task.commerce],
      [recipient, examplePayloads.message.recipient],
      [targetUser, user],
      [contact, user?.contacts[0]],
      [operator, task.operator],
      [route, task.route],
    ] as const;
    for (const [described, built] of pairs) {
      expect(Object.keys(described?.properties ?? {}).sort()).toEqual(Object.keys(built ?? {}).sort());
    }
  });

  it('has the word lists of the product', () => {
    const { targetUser, contact, operator } = schema.$defs;
    expect(schema.properties.type?.enum).toEqual(ACTIVITY_TYPES);
    expect(schema.properties.channel?.enum).toEqual(CHANNELS);
    expect(targetUser?.properties.roles?.items.enum).toEqual(COMMERCE_USER_ROLES);
    expect(contact?.properties.type?.enum).toEqual(CONTACT_TYPES);
    expect(operator?.properties.type?.enum).toEqual(OPERATOR_TYPES);
  });

  const { operator, ...withoutOperator } = examplePayloads.task;

  it.each([
    ['a task without its operator', withoutOperator],
    ['a message with an operator', { ...examplePayloads.message, operator }],
    ['an absent field', { ...examplePayloads.message, userStatus: undefined }],
    ['a time that is none', { ...examplePayloads.message, scheduledAt: 'tomorrow' }],
  ])('refuses %s', (_, payload) => {
    expect(isValid(JSON.parse(JSON.stringify(payload)))).toBe(false);
  });

  it('accepts an activity without a store', () => {
    expect(isValid({ ...examplePayloads.message, commerce: null })).toBe(true);
  });
});

describe('a sample payload', () => {
  it('is recognisable and never the same activity twice', () => {
    const [one, two] = [samplePayload('SMS', 'MESSAGE'), samplePayload('SMS', 'MESSAGE')];
    expect(one).toMatchObject({ reason: 'errand_probe', metadata: { probe: 'true' } });
    expect(one.id).not.toBe(two.id);
  });
});
