import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { readRequest } from '../../apps/api/src/validation/read-request';
import { type RequestClass, type RequestField, shapeOf } from '../../apps/api/src/validation/request-shape';
import { startApi, type TestApi } from '../support/api';

/** Free-form, and bounded with what else the request carries, by whoever reads it, or by the body as a whole. */
const boundedElsewhere = [
  ...['payload', 'mock_state', 'metadata', 'action', 'rawPayload', 'condition', 'config'],
  ...['AttributeRequest.value', 'AttributeRequest.fallback'],
];

interface Field {
  type: RequestClass;
  place: string;
  field: RequestField;
}

let api: TestApi;
let fields: Field[];

beforeAll(async () => {
  api = await startApi();
  const rules = getMetadataStorage() as unknown as { validationMetadatas: Map<RequestClass, unknown> };
  fields = [...rules.validationMetadatas.keys()].flatMap((type) =>
    [...new Set(shapeOf(type).fields.values())].map((field) => ({ type, field, place: `${type.name}.${field.name}` })),
  );
});
afterAll(() => api.close());

const problemsOf = ({ type, field }: Field, value: unknown) =>
  readRequest(type, { [field.name]: value }, 'body').problems.filter(({ field: at }) => at.startsWith(field.name));

/** How often something of it was read but its length. */
function counted<Value extends object>(value: Value): { value: Value; reads: () => number } {
  let reads = 0;
  const proxy = new Proxy(value, {
    get(target, key, receiver): unknown {
      if (key !== 'length') reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { value: proxy, reads: () => reads };
}

const many = 100_000;

describe('a value that is larger than its field takes', () => {
  it('is refused by every field that is not bounded elsewhere', () => {
    const large = ['x'.repeat(1_000_000), { text: 'x'.repeat(1_000_000) }];
    const taken = fields.filter(
      ({ place, field }) => !boundedElsewhere.some((name) => name === place || name === field.name),
    );
    const wrong = taken.filter((field) => large.some((value) => problemsOf(field, value).length === 0));
    expect(wrong.map(({ place }) => place)).toEqual([]);
  });

  it('is, as a list, not looked into', () => {
    const lists = fields.filter(({ field }) => field.isArray);
    expect(lists.length).toBeGreaterThan(20);
    for (const list of lists) {
      const { value, reads } = counted(Array.from({ length: many }, (_, index) => `x${index}`));
      expect([list.place, problemsOf(list, value), reads()]).toEqual([
        list.place,
        [
          {
            field: list.field.name,
            message: expect.stringMatching(/^must contain no more than \d+ elements$/) as string,
          },
        ],
        0,
      ]);
    }
  });
});
