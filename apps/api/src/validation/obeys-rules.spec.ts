import { validateSync } from 'class-validator';
import { CreateActivityRequest, CreateTaskRequest } from '../activities/create-activity.request';
import { CreateCommerceRequest, UpdateCommerceRequest } from '../commerces/commerce.request';
import { CreateDispatchConfigRequest } from '../dispatch-configs/dispatch-config.request';
import { CreateRecurringRequest } from '../recurring/recurring.request';
import { obeysRules } from './obeys-rules';
import { type RequestClass, type RequestField, shapeOf } from './request-shape';

const classes = [
  CreateActivityRequest,
  CreateTaskRequest,
  CreateCommerceRequest,
  UpdateCommerceRequest,
  CreateDispatchConfigRequest,
  CreateRecurringRequest,
];

/** Of every kind, at the edges of what the rules allow. */
const values: unknown[] = [
  ...[undefined, null, true, 0, -1, 1.5, 1e13, NaN, new Date(0), new Date(NaN)],
  ...['', ' ', 'a', 'x'.repeat(501), 'MESSAGE', 'WHATSAPP', 'OWNER', '10:30', '2026-01-31T09:30:00Z'],
  ...['019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a', 'https://example.com', 'a@example.com', 'Europe/Berlin'],
  ...[{}, { a: 1 }, { a: 'x'.repeat(40_000) }, [], ['a'], ['a', 'a'], ['', 'b'], [null], [{}], [[{}]], [1, 'a']],
];

describe('what obeys the rules of its class', () => {
  it.each(classes.map((type) => [type.name, type] as const))('is what class-validator finds valid: %s', (_, type) => {
    for (const instance of instancesOf(type, 2)) {
      const isValid = validateSync(instance, { forbidUnknownValues: false }).length === 0;
      expect([instance, obeysRules(instance)]).toEqual([instance, isValid]);
    }
  });

  it('is found in both ways', () => {
    const found = classes.flatMap((type) => instancesOf(type, 2).map(obeysRules));
    expect(new Set(found)).toEqual(new Set([true, false]));
  });
});

/** An instance with each value in each field; where a field takes a request class, with those of that too. */
function instancesOf(type: RequestClass, depth: number): object[] {
  const fields = [...new Set(shapeOf(type).fields.values())];
  const valid = fields.map((field) => [field.name, validFor(type, field)] as const);
  return fields.flatMap((field) => {
    const nested = typeof field.type === 'function' && depth > 0 ? instancesOf(field.type, depth - 1) : [];
    return [...values, ...nested, ...nested.map((item) => [item])].map((value) =>
      made(type, [...valid, [field.name, value]]),
    );
  });
}

/** A value that the field takes, if there is one among those above. */
function validFor(type: RequestClass, { name, type: taken }: RequestField): unknown {
  const nested = typeof taken === 'function' ? [made(taken, [])] : [];
  return [...values, ...nested].find((value) => {
    const errors = validateSync(made(type, [[name, value]]), { forbidUnknownValues: false });
    return errors.every(({ property }) => property !== name);
  });
}

function made(type: RequestClass, fields: (readonly [string, unknown])[]): object {
  return Object.assign(Object.create(type.prototype as object) as object, Object.fromEntries(fields));
}
